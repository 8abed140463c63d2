import { randomBytes } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { GraphError } from "../error.js";
import type { Generation } from "../graph.js";
import { expectOurLayout } from "../layout.js";
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
      const layout = "layout" in pointer ? Number(pointer.layout) : 1;
      return { id: String(pointer.id), version: String(pointer.version), layout };
    }
    const message = `expected {"id", "version"} in ${this.#pointer}; got ${JSON.stringify(pointer)}`;
    throw new GraphError("UNAVAILABLE", message, { retriable: false });
  }

  /**
   * Opens the current generation, which keeps it from being removed.
   * @throws {GraphError} `UNAVAILABLE` where it cannot be read
   */
  open(): { generation: Generation; database: GrafeoDB } | null {
    for (;;) {
      const generation = this.current();
      if (generation === null) return null;
      expectOurLayout(generation, this.#folder);
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

  /** @throws {GraphError} `CONFLICT` where another load is running */
  beginLoad(): Load {
    const lock = this.#beginWriting();
    try {
      const database = grafeo.GrafeoDB.create(this.#incoming);
      return {
        database,
        publish: (generation) => {
          try {
            // The engine syncs its log ten times a second; a checkpoint makes what is committed durable now.
            database.walCheckpoint();
            database.close();
            this.#publish(generation);
          } catch (error) {
            throw toGraphError(error, `publishing in ${this.#folder}`);
          }
          letGo(lock);
        },
        abandon: () => {
          try {
            database.close();
          } catch {
            // A full disk does not let it close, and what it wrote goes anyway.
          }
          try {
            this.#removeIncoming();
          } finally {
            letGo(lock);
          }
        },
      };
    } catch (error) {
      letGo(lock);
      throw toGraphError(error, `a load into ${this.#folder}`);
    }
  }

  /**
   * Makes what is current in another store current here, as a load of it would; its database goes as it is.
   * @throws {GraphError} and leaves the current generation as it was
   */
  takeFrom(other: Store): Generation {
    const taken = other.open();
    if (taken === null) {
      throw new GraphError("UNAVAILABLE", `expected a dataset in ${other.#folder}; nothing is loaded`, {
        retriable: false,
      });
    }
    try {
      const lock = this.#beginWriting();
      try {
        copyFileSync(other.#pathOf(taken.generation.id), this.#incoming);
        sync(this.#incoming);
        this.#publish(taken.generation);
      } catch (error) {
        throw toGraphError(error, `copying ${other.#folder} into ${this.#folder}`);
      } finally {
        letGo(lock);
      }
    } finally {
      taken.database.close();
      other.leave(taken.generation);
    }
    return taken.generation;
  }

  /**
   * Copies what is current into a new folder, which is a store in turn: it is there whole or not at all. Services may
   * read meanwhile, and a load may run.
   */
  backUp(folder: string): Generation {
    if (existsSync(folder)) throw new Error(`expected a new folder for the backup; ${folder} is there already`);
    const unfinished = `${folder}.${randomBytes(4).toString("hex")}`;
    try {
      const generation = new Store(unfinished).takeFrom(this);
      rename(unfinished, folder);
      return generation;
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }

  /** Keeps other writers out, and removes what earlier ones left. */
  #beginWriting(): GrafeoDB {
    try {
      mkdirSync(this.#generations, { recursive: true });
      if (!existsSync(this.#lock)) this.#createLock();
      const lock = grafeo.GrafeoDB.open(this.#lock);
      try {
        this.#removeIncoming();
        this.#removeSuperseded();
      } catch (error) {
        letGo(lock);
        throw error;
      }
      return lock;
    } catch (error) {
      throw toGraphError(error, `a load into ${this.#folder}`);
    }
  }

  /**
   * Complete from its first moment on, also where two loads create it or one is killed meanwhile. The file is never
   * removed, as two loads could then each hold the lock on a file of that name.
   */
  #createLock(): void {
    const unfinished = `${this.#incoming}.lock.${randomBytes(4).toString("hex")}`;
    try {
      grafeo.GrafeoDB.create(unfinished).close();
      linkSync(unfinished, this.#lock);
    } catch (error) {
      if (!existsSync(this.#lock)) throw error;
    } finally {
      removeDatabase(unfinished);
    }
  }

  #publish(generation: Generation): void {
    rename(this.#incoming, this.#pathOf(generation.id));
    const written = `${this.#pointer}.next`;
    writeFileSync(written, `${JSON.stringify(generation)}\n`, { flush: true });
    rename(written, this.#pointer);
    this.#removeSuperseded();
  }

  #removeIncoming(): void {
    for (const name of readdirSync(this.#folder).filter((each) => each.startsWith("incoming"))) {
      rmSync(join(this.#folder, name), { recursive: true, force: true });
    }
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
    removeDatabase(path);
  }

  #pathOf(id: string): string {
    return join(this.#generations, id);
  }
}

/** A full disk may not let it close; as nothing is in it, that is nothing to fail for. */
function letGo(lock: GrafeoDB): void {
  try {
    lock.close();
  } catch {
    // The engine's lock on it then lasts to the end of the process.
  }
}

/** A database is a file, and a folder beside it while it is open for writing. */
function removeDatabase(path: string): void {
  for (const part of [path, `${path}.wal`]) rmSync(part, { recursive: true, force: true });
}

/** A rename that outlasts a power cut. */
function rename(from: string, to: string): void {
  renameSync(from, to);
  // Windows opens no folders, and needs none of this.
  if (process.platform !== "win32") sync(dirname(to));
}

function sync(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
