import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { GraphError, within } from "../error.js";
import {
  type Capabilities,
  type Generation,
  type Graph,
  type Parameters,
  type Reader,
  type Row,
  type Writer,
  noticeWithin,
} from "../graph.js";
import type { Statement } from "../statement.js";
import { toGraphError } from "./error.js";
import { toParameters, toRows } from "./values.js";

export interface GrafeoOptions {
  /** Folder of the store; in memory where it is left out. */
  readonly folder?: string;
  /** Milliseconds after which a reader gives up on a statement. The engine cannot stop it. */
  readonly timeout: number;
  /** For tests: rows without ORDER BY come in random order. */
  readonly shuffleUnordered?: boolean;
}

const capabilities: Capabilities = { sharedDatabase: false };

/** A database of one generation, open for readers; closed when it is superseded and the last of them has left. */
interface Open {
  readonly generation: Generation;
  readonly database: GrafeoDB;
  readers: number;
  superseded: boolean;
}

/**
 * The embedded engine. A store is a folder: `generations/<id>` holds a database each, `current` names the one to
 * read, `incoming` is the one being written. The engine's own lock on `incoming` keeps a second load out and ends
 * with its process; services open generations read-only, and several may share a store.
 */
export class GrafeoGraph implements Graph {
  readonly capabilities = capabilities;
  readonly address: string;
  readonly #options: GrafeoOptions;
  readonly #store: Store | null;
  #open: Open | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(options: GrafeoOptions) {
    this.#options = options;
    this.#store = options.folder === undefined ? null : new Store(options.folder);
    this.address = options.folder ?? "memory";
  }

  async open(): Promise<Reader> {
    const now = performance.now();
    if (this.#store !== null && now - this.#checkedAt >= noticeWithin) {
      this.#checkedAt = now;
      const current = this.#store.current();
      if (current !== null && current.id !== this.#open?.generation.id) {
        this.#supersede({ generation: current, database: this.#store.openReadOnly(current) });
      }
    }
    if (this.#open === null) {
      throw new GraphError("UNAVAILABLE", `expected a dataset in ${this.address}; nothing is loaded`, { retriable: true });
    }
    return this.#reader(this.#open);
  }

  async current(): Promise<Generation | null> {
    return this.#store === null ? (this.#open?.generation ?? null) : this.#store.current();
  }

  async begin(version: string): Promise<Writer> {
    const generation = { id: `${version.slice(0, 12)}-${randomBytes(4).toString("hex")}`, version };
    const database =
      this.#store === null
        ? grafeo.GrafeoDB.create(undefined, { shuffleUnordered: this.#options.shuffleUnordered ?? false })
        : this.#store.createIncoming();
    const run = (statement: Statement, parameters: Parameters = {}) =>
      execute(database, statement, { ...parameters, generation: generation.id });
    return {
      read: run,
      write: async (statement, parameters) => {
        await run(statement, parameters);
      },
      publish: async () => {
        if (this.#store === null) {
          this.#supersede({ generation, database });
          return;
        }
        // The engine syncs its log ten times a second; a checkpoint makes what is committed durable now.
        database.walCheckpoint();
        database.close();
        this.#store.publish(generation);
        this.#checkedAt = Number.NEGATIVE_INFINITY;
      },
      abandon: async () => {
        database.close();
        this.#store?.removeIncoming();
      },
    };
  }

  async close(): Promise<void> {
    if (this.#open !== null) this.#retire(this.#open);
    this.#open = null;
  }

  #supersede(next: { generation: Generation; database: GrafeoDB }): void {
    const previous = this.#open;
    this.#open = { ...next, readers: 0, superseded: false };
    if (previous !== null) this.#retire(previous);
  }

  #retire(open: Open): void {
    open.superseded = true;
    if (open.readers > 0) return;
    open.database.close();
    this.#store?.removeSuperseded();
  }

  #reader(open: Open): Reader {
    open.readers++;
    let released = false;
    return {
      generation: open.generation,
      read: (statement, parameters = {}) =>
        within(
          this.#options.timeout,
          `an answer to ${statement.name}`,
          execute(open.database, statement, { ...parameters, generation: open.generation.id }),
        ),
      release: () => {
        if (released) return;
        released = true;
        open.readers--;
        if (open.superseded && open.readers === 0) this.#retire(open);
      },
    };
  }
}

async function execute(database: GrafeoDB, statement: Statement, parameters: Parameters): Promise<Row[]> {
  try {
    const result = await database.executeCypher(statement.text, toParameters(parameters));
    return toRows(result.toArray() as Record<string, unknown>[]);
  } catch (error) {
    throw toGraphError(error, statement.name);
  }
}

/** The files of a store. Every change to what readers see is one rename. */
class Store {
  readonly #folder: string;
  readonly #generations: string;
  readonly #incoming: string;
  readonly #pointer: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#generations = join(folder, "generations");
    this.#incoming = join(folder, "incoming");
    this.#pointer = join(folder, "current");
  }

  current(): Generation | null {
    if (!existsSync(this.#pointer)) return null;
    const pointer: unknown = JSON.parse(readFileSync(this.#pointer, "utf8"));
    if (typeof pointer === "object" && pointer !== null && "id" in pointer && "version" in pointer) {
      return { id: String(pointer.id), version: String(pointer.version) };
    }
    const message = `expected {"id", "version"} in ${this.#pointer}; got ${JSON.stringify(pointer)}`;
    throw new GraphError("UNAVAILABLE", message, { retriable: false });
  }

  openReadOnly(generation: Generation): GrafeoDB {
    const path = join(this.#generations, generation.id);
    try {
      return grafeo.GrafeoDB.openReadOnly(path);
    } catch (error) {
      throw toGraphError(error, `opening ${path}`);
    }
  }

  createIncoming(): GrafeoDB {
    mkdirSync(this.#generations, { recursive: true });
    if (existsSync(this.#incoming)) {
      // Left by a load that was killed, unless the engine's lock says that its process lives.
      try {
        grafeo.GrafeoDB.open(this.#incoming).close();
      } catch (error) {
        const failure = toGraphError(error, `a load into ${this.#folder}`);
        if (failure.code === "CONFLICT") throw failure;
      }
      this.removeIncoming();
    }
    this.removeSuperseded();
    try {
      return grafeo.GrafeoDB.create(this.#incoming);
    } catch (error) {
      throw toGraphError(error, `a load into ${this.#folder}`);
    }
  }

  removeIncoming(): void {
    for (const name of readdirSync(this.#folder).filter((each) => each.startsWith("incoming"))) {
      rmSync(join(this.#folder, name), { recursive: true, force: true });
    }
  }

  publish(generation: Generation): void {
    renameSync(this.#incoming, join(this.#generations, generation.id));
    const written = `${this.#pointer}.next`;
    writeFileSync(written, `${JSON.stringify(generation)}\n`, { flush: true });
    renameSync(written, this.#pointer);
    this.removeSuperseded();
  }

  /** Removes generations that are neither current nor open in any process. */
  removeSuperseded(): void {
    if (!existsSync(this.#generations)) return;
    const current = this.current()?.id;
    for (const name of readdirSync(this.#generations)) {
      const path = join(this.#generations, name);
      if (name === current || !statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      if (name.endsWith(".wal")) {
        if (!existsSync(path.slice(0, -".wal".length))) rmSync(path, { force: true });
        continue;
      }
      try {
        grafeo.GrafeoDB.open(path).close();
      } catch (error) {
        if (toGraphError(error, path).code === "CONFLICT") continue;
      }
      rmSync(path, { force: true });
      rmSync(`${path}.wal`, { force: true });
    }
  }
}
