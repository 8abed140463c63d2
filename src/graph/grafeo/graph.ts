import { randomBytes } from "node:crypto";
import grafeo, { type GrafeoDB, type QueryResult } from "@grafeo-db/js";
import { ask, known } from "../ask.js";
import { GraphError, timeLeft, within } from "../error.js";
import {
  type Capabilities,
  type Generation,
  type Graph,
  type Limits,
  type Parameters,
  type Reader,
  type Row,
  type Writer,
  noticeWithin,
} from "../graph.js";
import { layout } from "../layout.js";
import { inSlices } from "../in-slices.js";
import type { Statement } from "../statement.js";
import { normalizeParameters, toRow } from "../value.js";
import { toGraphError } from "./error.js";
import { type Load, Store } from "./store.js";

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
 * The embedded engine. Each generation is a database; in a store, services open them read-only, and several may share
 * it.
 */
export class GrafeoGraph implements Graph {
  readonly capabilities = capabilities;
  readonly address: string;
  readonly #options: GrafeoOptions;
  readonly #store: Store | null;
  #open: Open | null = null;
  #loading = false;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(options: GrafeoOptions) {
    this.#options = options;
    this.#store = options.folder === undefined ? null : new Store(options.folder);
    this.address = options.folder ?? "memory";
  }

  async open(limits: Limits = {}): Promise<Reader> {
    return this.#reader(this.#opened(), limits);
  }

  async generation(): Promise<Generation> {
    return this.#opened().generation;
  }

  async current(): Promise<Generation | null> {
    return this.#store === null ? (this.#open?.generation ?? null) : this.#store.current();
  }

  async begin(version: string): Promise<Writer> {
    const generation = { id: `${version.slice(0, 12)}-${randomBytes(4).toString("hex")}`, version, layout };
    const load = this.#store === null ? this.#beginLoad() : this.#store.beginLoad();
    const { database } = load;
    const run = (statement: Statement, parameters: Parameters = {}) =>
      execute(database, statement, { ...parameters, generation: generation.id });
    /** The engine's own numbers of nodes, by which it creates relations many times sooner than by our ids. */
    const numbers = new Map<string, number>();
    return {
      createNodes: async (labels, nodes) => {
        const given = nodes.map((node) => ({ ...normalizeParameters(node), generation: generation.id }));
        const created = await told(`create ${labels.join(":")}`, () =>
          database.batchCreateNodesWithProps([...labels], given),
        );
        for (const [place, { id }] of nodes.entries()) numbers.set(id as string, created[place] as number);
      },
      createRelations: async (type, relations) => {
        const edges = relations.flatMap(({ from, to, properties }) => {
          const [src, dst] = [numbers.get(from), numbers.get(to)];
          if (src === undefined || dst === undefined) return [];
          return [{ src, dst, type, properties: normalizeParameters(properties) }];
        });
        await told(`create ${type}`, () => database.batchCreateEdges(edges));
      },
      read: run,
      write: async (statement, parameters) => {
        await run(statement, parameters);
      },
      publish: async () => {
        load.publish(generation);
        this.#checkedAt = Number.NEGATIVE_INFINITY;
      },
      abandon: async () => {
        load.abandon();
      },
    };
  }

  async close(): Promise<void> {
    if (this.#open !== null) this.#retire(this.#open);
    this.#open = null;
  }

  #opened(): Open {
    if (this.#store !== null) this.#notice(this.#store);
    if (this.#open !== null) return this.#open;
    throw new GraphError("UNAVAILABLE", `expected a dataset in ${this.address}; nothing is loaded`, {
      retriable: true,
    });
  }

  #notice(store: Store): void {
    const now = performance.now();
    if (now - this.#checkedAt < noticeWithin) return;
    this.#checkedAt = now;
    if (store.current()?.id === this.#open?.generation.id) return;
    const next = store.open();
    if (next !== null) this.#supersede(next);
  }

  /** In memory, where a store's files do not keep a second load out. */
  #beginLoad(): Load {
    if (this.#loading) {
      throw new GraphError("CONFLICT", "a load into memory: another load is running", { retriable: true });
    }
    this.#loading = true;
    const database = grafeo.GrafeoDB.create(undefined, { shuffleUnordered: this.#options.shuffleUnordered ?? false });
    return {
      database,
      publish: (generation) => {
        this.#supersede({ generation, database });
        this.#loading = false;
      },
      abandon: () => {
        database.close();
        this.#loading = false;
      },
    };
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
    this.#store?.leave(open.generation);
  }

  #reader(open: Open, { deadline = Number.POSITIVE_INFINITY, timeout = this.#options.timeout }: Limits): Reader {
    open.readers++;
    const running = new Set<Promise<unknown>>();
    const end = async (): Promise<void> => {
      // The engine goes on with what nobody waits for any more, and a database that is closed under it would break it.
      while (running.size > 0) await Promise.allSettled(running);
      open.readers--;
      if (open.superseded && open.readers === 0) this.#retire(open);
    };
    let ending: Promise<void> | null = null;
    return {
      generation: open.generation,
      ask,
      known,
      read: async (statement, parameters = {}) => {
        const what = `an answer to ${statement.name}`;
        const milliseconds = timeLeft(timeout, deadline, what);
        const work = execute(open.database, statement, { ...parameters, generation: open.generation.id });
        running.add(work);
        const ended = (): void => void running.delete(work);
        work.then(ended, ended);
        return within(milliseconds, what, work);
      },
      release: () => (ending ??= end()),
    };
  }
}

async function execute(database: GrafeoDB, statement: Statement, parameters: Parameters): Promise<Row[]> {
  const normalized = normalizeParameters(parameters);
  return told(statement.name, async () => inSlices(rowsOf(await database.executeCypher(statement.text, normalized))));
}

/** What the engine does, whose errors say what it did not do. */
async function told<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toGraphError(error, what);
  }
}

/** So many can be handed over at once without holding others up for longer than a slice of long work does. */
const atOnce = 5_000;

/**
 * A result's rows at once, and as lists, are handed over sooner than one by one as objects; but of a register of a
 * million organizations, there may be so many that all others would have to wait.
 */
function* rowsOf(result: QueryResult): Generator<void, Row[], void> {
  const { length, columns } = result;
  if (length <= atOnce) return result.rows().map((values) => toRow(rowOf(columns, values)));
  const rows: Row[] = [];
  for (let place = 0; place < length; place++) {
    rows.push(toRow(result.get(place)));
    yield;
  }
  return rows;
}

function rowOf(columns: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place++) row[columns[place] as string] = values[place];
  return row;
}
