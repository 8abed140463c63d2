import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

/** Fields that lead on and on: each has one of a town, which has one of an organization. */
const deep = (levels: number): string =>
  levels === 0 ? "id" : `town { organizations(first: 1) { nodes { ${deep(levels - 1)} } } }`;

const bombs: readonly (readonly [string, string, string])[] = [
  [
    "fields nested too deep",
    `{ firm(id: "firm/lodby-works") { ${deep(5)} } }`,
    "LIMIT_EXCEEDED: Query depth limit of 12 exceeded, found 17.",
  ],
  [
    "fields nested too deep within fragments",
    `{ firm(id: "firm/lodby-works") { ...Deep } } fragment Deep on Firm { ${deep(5)} }`,
    "LIMIT_EXCEEDED: Query depth limit of 12 exceeded, found 17.",
  ],
  [
    "one field under many names",
    `{ ${times(16, (n) => `n${n}: towns { id }`)} }`,
    "LIMIT_EXCEEDED: Aliases limit of 15 exceeded, found 16.",
  ],
  [
    "one field under many names by fragments",
    `{ ...A ...B } fragment A on Query { ${times(8, (n) => `a${n}: towns { id }`)} }
     fragment B on Query { ${times(8, (n) => `b${n}: towns { id }`)} }`,
    "LIMIT_EXCEEDED: Aliases limit of 15 exceeded, found 16.",
  ],
  [
    "many fields at the root",
    `{ ${times(21, () => "towns { id }")} }`,
    "LIMIT_EXCEEDED: Root field limit of 20 exceeded, found 21.",
  ],
  [
    "fragments that double and double",
    `{ ...F0 } ${times(40, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F40 on Query { towns { id } }`,
    "LIMIT_EXCEEDED: Root field limit of 20 exceeded, found 1099511627776.",
  ],
  [
    "many directives",
    `{ towns { id ${times(21, () => "@include(if: true)")} } }`,
    "LIMIT_EXCEEDED: Directives limit of 20 exceeded, found 21.",
  ],
  [
    "fragments that double and double below the root",
    `{ firm(id: "firm/lodby-works") { ...F0 } } ${times(40, (n) => `fragment F${n} on Firm { ...F${n + 1} ...F${n + 1} }`)} fragment F40 on Firm { id }`,
    "LIMIT_EXCEEDED: expected fewer fields",
  ],
  [
    "fragments in a circle",
    "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
    "GRAPHQL_VALIDATION_FAILED: Cannot spread fragment",
  ],
  [
    "pages of pages of pages",
    `{ organizations(first: 500) { nodes { descendants(first: 500) { nodes { names { name } } } } } }`,
    "LIMIT_EXCEEDED: expected an operation whose estimated cost is at most 200000; this one's is 1001000.",
  ],
  [
    "pages of pages by variables",
    `query ($first: Int = 500) { towns { organizations(first: $first) { nodes { ancestors(first: $first) { nodes { id } } } } } }`,
    "LIMIT_EXCEEDED: expected an operation whose estimated cost is at most 200000; this one's is 2004004.",
  ],
  [
    "introspection under many names",
    `{ __schema { ${times(10, (n) => `n${n}: types { name }`)} } }`,
    "LIMIT_EXCEEDED: Expected no alias within introspection, found n0.",
  ],
  [
    "introspection in a circle",
    `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    "GRAPHQL_VALIDATION_FAILED: Maximum introspection depth exceeded",
  ],
  [
    "one field again and again, which is merged",
    `{ ${times(400, () => "towns { id }")} }`,
    "LIMIT_EXCEEDED: Root field limit of 20 exceeded, found 400.",
  ],
  [
    "more words than a question has",
    `{ towns { ${times(2_000, () => "id")} } }`,
    "GRAPHQL_PARSE_FAILED: Syntax Error: Document contains more",
  ],
];

describe.each(engines)("bombs: $name", ({ open }) => {
  let service: TestService;

  beforeAll(async () => {
    service = await startService(await open());
  }, 60_000);

  afterAll(() => service.close());

  test.each(bombs)("%s are refused before anything is asked of the graph", async (_name, operation, expected) => {
    const { errors, data } = await service.ask(operation);
    expect(data).toBeUndefined();
    expect(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`)).toContainEqual(
      expect.stringContaining(expected),
    );
    expect(service.statements()).toEqual([]);
  });

  test("introspection, which is deep, is no bomb", async () => {
    const { errors } = await service.ask(getIntrospectionQuery());
    expect(errors).toBeUndefined();
  });
});
