import { GraphError } from "./error.js";
import type { Generation } from "./graph.js";

/**
 * How a dataset stands in the graph. Raised with each change of what a load writes for the same dataset: what an older
 * Opphav loaded would be read wrongly, so it is refused, and loaded anew.
 */
export const layout = 9;

/** @throws {GraphError} `UNAVAILABLE` */
export function expectOurLayout(generation: Generation, address: string): void {
  if (generation.layout === layout) return;
  const message = `expected a graph of layout ${layout} in ${address}; got layout ${generation.layout}, which another version of Opphav loaded: run "opphav load"`;
  throw new GraphError("UNAVAILABLE", message, { retriable: true });
}
