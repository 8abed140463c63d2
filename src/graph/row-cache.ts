import { hash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Reader, Row } from "./graph.js";

/**
 * What statements gave before, for all requests. A generation never changes, so its rows are a function of the
 * statement and its parameters, and none of them is ever stale: after a load, readers have another generation.
 */
export class RowCache {
  /** Null where nothing is kept. */
  readonly #known: LRUCache<string, readonly Row[]> | null;
  readonly #count: (result: "hit" | "miss") => void;

  /** @param size rows that are kept at the most, and one for each statement; what was not used for longest goes first */
  constructor(size: number, count: (result: "hit" | "miss") => void) {
    // One large list does not push out all that many others use.
    const options = { maxSize: size, maxEntrySize: Math.ceil(size / 4), sizeCalculation: weight };
    this.#known = size === 0 ? null : new LRUCache(options);
    this.#count = count;
  }

  /** The reader itself, which asks the engine only for what is not known. What fails is not kept. */
  through(reader: Reader): Reader {
    const known = this.#known;
    if (known === null) return reader;
    return {
      ...reader,
      read: async (statement, parameters = {}) => {
        // A hash, as texts and parameters are long.
        const key = hash(
          "sha256",
          `${reader.generation.id}\n${statement.text}\n${JSON.stringify(parameters)}`,
          "base64",
        );
        const found = known.get(key);
        this.#count(found === undefined ? "miss" : "hit");
        if (found !== undefined) return found;
        const rows = await reader.read(statement, parameters);
        known.set(key, rows);
        return rows;
      },
    };
  }
}

function weight(rows: readonly Row[]): number {
  return rows.length + 1;
}
