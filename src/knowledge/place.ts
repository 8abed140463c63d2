import type { Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { text } from "./properties.js";

const within = statement("place/within");

/** The ids of a place and of all places within it, at any depth. */
export async function placesWithin(reader: Reader, id: string): Promise<string[]> {
  const places = new Set([id]);
  let frontier = [id];
  while (frontier.length > 0) {
    const rows = await reader.read(within, { ids: frontier });
    frontier = rows.map((row) => text(row, "id")).filter((each) => !places.has(each));
    for (const each of frontier) places.add(each);
  }
  return [...places];
}
