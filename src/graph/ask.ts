import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Parameters, Question, Reader, Row } from "./graph.js";
import { onceEach } from "./once-each.js";
import type { Statement } from "./statement.js";

/** Of statements' texts, which are long and come many times. */
const hashes = new LRUCache<string, string>({ max: 1_000, memoMethod: hashOf });

/** What a reading is known by: the same gives the same, however often and by whom it is read. */
export function readingKey({ generation }: Reader, { name, text }: Statement, parameters: Parameters): string {
  return `${generation.id} ${name} ${hashes.memo(text)} ${valuesOf(parameters)}`;
}

/** Of parameters that are the same object each time, written once. */
const valuesOf = onceEach((parameters: Parameters) => {
  for (const _one in parameters) return `${hashOf(JSON.stringify(parameters))} `;
  return "";
});

/** `Reader.known` of both engines, which keep nothing. */
export function known(): () => undefined {
  return () => undefined;
}

function hashOf(text: string): string {
  return hash("sha256", text, "base64");
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
