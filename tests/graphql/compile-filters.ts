// For a process of its own, with little memory: compiles operations with filters, which can hold each other without end.
import { Kind, parse } from "graphql";
import { Compiler } from "../../src/graphql/compiled-operation.js";
import { buildOpphavSchema } from "../../src/graphql/schema.js";
import { operation } from "./operations.js";

const compiler = new Compiler(await buildOpphavSchema());
for (const text of [
  operation("13"),
  "query ($where: OrganizationFilter!, $other: [OrganizationFilter!]) { organizations(where: { and: [$where], or: $other, not: $where }) { totalCount } }",
  "query ($where: OrganizationFilter = { descendsFrom: { organization: {} } }) { organizations(where: $where) { totalCount } }",
]) {
  const document = parse(text);
  const [found] = document.definitions;
  if (found?.kind !== Kind.OPERATION_DEFINITION || compiler.compile(document, found) === undefined) {
    throw new Error(`expected an operation that compiles; got ${text}`);
  }
}
