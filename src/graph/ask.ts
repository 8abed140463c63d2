import type { Parameters, Question, Reader, Row } from "./graph.js";
import type { Statement } from "./statement.js";

/** What a reading is known by: the same gives the same, however often and by whom it is read. */
export function readingKey(reader: Reader, { name, text }: Statement, parameters: Parameters): string {
  return `${reader.generation.id}\n${name}\n${text}\n${JSON.stringify(parameters)}`;
}

/** `Reader.ask` of both engines, by the reader's own `read`. */
export async function ask<Made>(
  this: Reader,
  { statement, make }: Question<Made>,
  ids: readonly string[],
  parameters: Parameters = {},
): Promise<ReadonlyMap<string, Made>> {
  const rowsOf = new Map<string, Row[]>(ids.map((id) => [id, []]));
  if (ids.length > 0) {
    for (const row of await this.read(statement, { ...parameters, ids })) rowsOf.get(row["key"] as string)?.push(row);
  }
  return new Map([...rowsOf].map(([id, rows]) => [id, make(rows, id)]));
}
