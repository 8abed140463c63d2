import { addToList } from "../domain/add-to-list.js";
import type { Parameters, Question, Reader, Row } from "./graph.js";

/** `Reader.ask` of both engines, by the reader's own `read`. */
export async function ask<Made>(
  this: Reader,
  { statement, make }: Question<Made>,
  ids: readonly string[],
  parameters: Parameters = {},
): Promise<ReadonlyMap<string, Made>> {
  const rowsOf = new Map<string, Row[]>();
  if (ids.length > 0) {
    for (const row of await this.read(statement, { ...parameters, ids })) addToList(rowsOf, row["key"] as string, row);
  }
  return new Map(ids.map((id) => [id, make(rowsOf.get(id) ?? [], id)]));
}
