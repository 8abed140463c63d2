import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { GraphError } from "../error.js";
import type { Generation } from "../graph.js";
import { toGraphError } from "./error.js";

/** The one load of a store that is running, as long as neither of its functions has been called. */
export interface Load {
  readonly database: GrafeoDB;
  publish(generation: Generation): void;
  abandon(): void;
}

/**
 * The files of a store: `generations/<id>` holds a database each, `current` names the one to read, `incoming` is the
 * one being written. What readers see changes by one rename. `lock` is a database without anything in it, for the
 * engine's lock on it: that keeps a second load out, and ends with its process however that ends.
 */
export class Store {
  readonly #folder: string;
  readonly #generations: string;
  readonly #incoming: string;
  readonly #pointer: string;
  readonly #lock: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#generations = join(folder, "generations");
    this.#incoming = join(folder, "incoming");
    this.#pointer = join(folder, "current");
    this.#lock = join(folder, "lock");
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

  /** Opens the current generation, which keeps it from being removed. */
  open(): { generation: Generation; database: GrafeoDB } | null {
    for (;;) {
      const generation = this.current();
      if (generation === null) return null;
      const path = this.#pathOf(generation.id);
      try {
        return { generation, database: grafeo.GrafeoDB.openReadOnly(path) };
      } catch (error) {
        // It may have been superseded and removed since the pointer was read.
        if (this.current()?.id !== generation.id) continue;
        throw new GraphError("UNAVAILABLE", `expected a database at ${path}`, { retriable: false, cause: error });
      }
    }
  }

  /** Removes a generation that was closed, unless it is current or another process reads it. */
  leave(generation: Generation): void {
    if (this.current()?.id !== generation.id) this.#removeUnread(generation.id);
  }

  beginLoad(): Load {
    mkdirSync(this.#generations, { recursive: true });
    const lock = this.#takeLock();
    this.#removeIncoming();
    this.#removeSuperseded();
    const database = grafeo.GrafeoDB.create(this.#incoming);
    return {
      database,
      publish: (generation) => {
        // The engine syncs its log ten times a second; a checkpoint makes what is committed durable now.
        database.walCheckpoint();
        database.close();
        renameSync(this.#incoming, this.#pathOf(generation.id));
        this.#point(generation);
        this.#removeSuperseded();
        lock.close();
      },
      abandon: () => {
        database.close();
        this.#removeIncoming();
        lock.close();
      },
    };
  }

  /** The file is never removed, as two loads could then each hold the lock on a file of that name. */
  #takeLock(): GrafeoDB {
    try {
      if (!existsSync(this.#lock)) this.#createLock();
      return grafeo.GrafeoDB.open(this.#lock);
    } catch (error) {
      throw toGraphError(error, `a load into ${this.#folder}`);
    }
  }

  /** Complete from its first moment on, also where two loads create it or one is killed meanwhile. */
  #createLock(): void {
    const unfinished = `${this.#lock}.${randomBytes(4).toString("hex")}`;
    grafeo.GrafeoDB.create(unfinished).close();
    try {
      linkSync(unfinished, this.#lock);
    } catch (error) {
      if (!existsSync(this.#lock)) throw error;
    } finally {
      rmSync(unfinished);
    }
  }

  #removeIncoming(): void {
    for (const name of readdirSync(this.#folder).filter((each) => each.startsWith("incoming"))) {
      rmSync(join(this.#folder, name), { recursive: true, force: true });
    }
  }

  #point(generation: Generation): void {
    const written = `${this.#pointer}.next`;
    writeFileSync(written, `${JSON.stringify(generation)}\n`, { flush: true });
    renameSync(written, this.#pointer);
  }

  /** For loads alone: another's generation that is not current yet would seem superseded. */
  #removeSuperseded(): void {
    const current = this.current()?.id;
    const ids = new Set(readdirSync(this.#generations).map((name) => name.replace(/\.wal$/, "")));
    for (const id of ids) if (id !== current) this.#removeUnread(id);
  }

  #removeUnread(id: string): void {
    const path = this.#pathOf(id);
    try {
      if (existsSync(path)) grafeo.GrafeoDB.open(path).close();
    } catch (error) {
      if (toGraphError(error, path).code === "CONFLICT") return;
    }
    rmSync(path, { force: true });
    rmSync(`${path}.wal`, { force: true });
  }

  #pathOf(id: string): string {
    return join(this.#generations, id);
  }
}
