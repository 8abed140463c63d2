import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, OperationTypeNode } from "graphql";
import { LRUCache } from "lru-cache";
import { type CompiledOperation, Compiler } from "./compiled-operation.js";
import { compiledSize } from "./compiled-size.js";
import type { Context } from "./context.js";
import { askedFor } from "./provenance.js";

/** What was asked this often is compiled when it comes again: compiling takes as long as many answers. */
export const oftenEnough = 10;
/** Fields of one operation at the most, and of all that are kept. */
const largest = 1_000;
const kept = 20_000;

/**
 * Executes operations that come again and again as functions that were written for them. What such a function finds an
 * error in is executed anew by graphql-js, which tells it.
 */
export function compiledOperations(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const compiler = new Compiler(schema);
  const compiled = new LRUCache<OperationDefinitionNode, CompiledOperation>({ maxSize: kept });
  const asked = new WeakMap<OperationDefinitionNode, number>();

  function compiledOf(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | undefined {
    const known = compiled.get(operation);
    if (known !== undefined) return known;
    const times = asked.get(operation) ?? 0;
    asked.set(operation, times + 1);
    if (times !== oftenEnough || operation.operation !== OperationTypeNode.QUERY) return undefined;
    const size = compiledSize(schema, document, operation);
    const made = size > largest ? undefined : compiler.compile(document, operation);
    if (made === undefined) return undefined;
    compiled.set(operation, made, { size });
    // For when it is kept no longer.
    asked.set(operation, 0);
    return made;
  }

  return {
    requestDidStart: async ({ request }) => {
      // The citations behind an answer are collected as graphql-js executes it.
      if (askedFor(request) !== null) return;
      return {
        responseForOperation: async ({ document, operation, contextValue }) => {
          const run = compiledOf(document, operation);
          if (run === undefined) return null;
          const result = await run(request.variables ?? {}, contextValue);
          if (result?.data != null) {
            const { data } = result;
            return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
          }
          contextValue.budget.restart();
          return null;
        },
      };
    },
  };
}
