import type { Graph } from "../../src/graph/graph.js";
import { statement } from "../../src/graph/statement.js";
import { reading } from "../graph/small-graph.js";

const countWritten = statement("load/count-written");

/** What a reader finds: the version, and how much of it is there. */
export function seen(graph: Graph): Promise<string> {
  return reading(graph, async (reader) => {
    const [row] = await reader.read(countWritten);
    return `${reader.generation.version}: ${JSON.stringify(row)}`;
  });
}
