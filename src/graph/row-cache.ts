import { LRUCache } from "lru-cache";
import { readingKey } from "./ask.js";
import type { Parameters, Question, Reader, Row } from "./graph.js";
import type { Statement } from "./statement.js";

/** What was read before, and the number of rows that it was made of. */
interface Known {
  readonly value: unknown;
  readonly rows: number;
}

/**
 * What statements gave before, for all requests. A generation never changes, so its rows are a function of the
 * statement and its parameters, and none of them is ever stale: after a load, readers have another generation. What is
 * asked about ids is kept by id, so that whoever asks about some of them together with others finds it, too.
 */
export class RowCache {
  /** Null where nothing is kept. */
  readonly #known: LRUCache<string, Known> | null;
  readonly #count: (result: "hit" | "miss") => void;
  /** Of questions, which stand for them in the keys of their ids: of those there are many, and short ones are found sooner. */
  readonly #numbers = new LRUCache<string, number>({ max: 10_000, memoMethod: () => this.#questions++ });
  #questions = 0;

  /** @param size rows that are kept at the most, where nothing counts as one; what was not used for longest goes first */
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
        const key = readingKey(reader, statement, parameters);
        const found = known.get(key)?.value;
        this.#count(found === undefined ? "miss" : "hit");
        if (found !== undefined) return found as readonly Row[];
        const rows = await reader.read(statement, parameters);
        known.set(key, { value: rows, rows: rows.length });
        return rows;
      },
      ask: async <Made>({ statement, make }: Question<Made>, ids: readonly string[], parameters: Parameters = {}) => {
        const prefix = this.#prefix(reader, statement, parameters);
        const found = new Map<string, Made>();
        const unknown: string[] = [];
        for (const id of ids) {
          const before = known.get(`${prefix}${id}`);
          if (before === undefined) unknown.push(id);
          else found.set(id, before.value as Made);
        }
        this.#count(unknown.length === 0 ? "hit" : "miss");
        if (unknown.length === 0) return found;
        const counted = (rows: readonly Row[], id: string): Made => {
          const value = make(rows, id);
          known.set(`${prefix}${id}`, { value, rows: rows.length });
          return value;
        };
        for (const [id, value] of await reader.ask({ statement, make: counted }, unknown, parameters)) {
          found.set(id, value);
        }
        return found;
      },
      known: <Made>({ statement }: Question<Made>, parameters: Parameters = {}) => {
        const prefix = this.#prefix(reader, statement, parameters);
        return (id: string) => {
          const before = known.get(`${prefix}${id}`);
          if (before !== undefined) this.#count("hit");
          return before?.value as Made | undefined;
        };
      },
    };
  }

  #prefix(reader: Reader, statement: Statement, parameters: Parameters): string {
    return `${this.#numbers.memo(readingKey(reader, statement, parameters))} `;
  }
}

function weight({ rows }: Known): number {
  return Math.max(1, rows);
}
