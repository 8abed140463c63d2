// What servers of a bench share whose answers are objects in memory: what is left is what GraphQL itself costs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type GraphQLFieldResolver, type GraphQLSchema, buildSchema } from "graphql";
import { projectRoot } from "../src/project-root.js";

type Fields = Readonly<Record<string, unknown>>;

/** Ours, as text alone: no field does anything. */
export function plainSchema(): GraphQLSchema {
  return buildSchema(readFileSync(join(projectRoot, "schema/schema.graphql"), "utf8"));
}

/** The answers of a file, with the names of all types in them; the path of a request is the place of one in it. */
export function answersByPath(file: string | undefined): (path: string | undefined) => Fields | undefined {
  const answers = JSON.parse(readFileSync(file ?? "", "utf8")) as readonly Fields[];
  return (path) => answers[Number(path?.slice(1))];
}

/** Each field is what stands in the answer, which the context is, under the field's name or alias. */
export const fromAnswer: GraphQLFieldResolver<Fields | undefined, Fields> = (source, _arguments, answer, { path }) =>
  (source ?? answer)[path.key];
