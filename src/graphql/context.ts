// The API: types/ describes it, resolvers/ answers it with what the loaders fetch, and error.ts is the one table
// from what can go wrong to what a caller is told.
import type { Reader } from "../graph/graph.js";
import type { Names } from "../knowledge/names.js";
import type { Loaders } from "../loaders/loaders.js";
import type { Budget } from "./budget.js";

/** What every resolver of one request shares. */
export interface Context {
  /** One generation of the graph, from the first statement of the request to the last. */
  readonly reader: Reader;
  readonly loaders: Loaders;
  readonly names: Names;
  readonly budget: Budget;
}
