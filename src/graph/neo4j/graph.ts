import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver, type Session } from "neo4j-driver";
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
import { expectOurLayout } from "../layout.js";
import { inSlices } from "../in-slices.js";
import { type Statement, statement } from "../statement.js";
import { toRow } from "../value.js";
import { isRefusedLogin, isUnmetBookmark, toGraphError } from "./error.js";
import { Load, type LoadOptions, type Transact } from "./load.js";
import { toDriver } from "./values.js";

export interface Neo4jOptions extends Pick<LoadOptions, "grace" | "lease"> {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Milliseconds after which a statement that reads is stopped, retries included. */
  readonly timeout: number;
}

const capabilities: Capabilities = { sharedDatabase: true };

const currentGeneration = statement("generation/current");

/** Milliseconds, of which each wait is twice the one before. */
const firstRetryAfter = 50;

/** Milliseconds, as the driver's own transactions are. */
const writesAreTriedFor = 30_000;

/** Milliseconds. After three wrong passwords, Neo4j shuts out for five seconds whoever comes by that user's name. */
const pauseAfterRefusal = { first: 5_000, longest: 60_000 } as const;

/** Milliseconds within which a server that is there has stopped what it was told to stop. */
const stopsWithin = 1_000;

export class Neo4jGraph implements Graph {
  readonly capabilities = capabilities;
  readonly address: string;
  readonly #options: Neo4jOptions;
  #driver: Driver;
  #bookmarks = neo4j.bookmarkManager();
  /** The last answer, or the one that is awaited, to which generation is the current one. */
  #generation: Promise<Generation | null> | null = null;
  #askAgainAt = 0;
  #refusals = 0;

  constructor(options: Neo4jOptions) {
    this.#options = options;
    this.address = withoutSecrets(options.uri);
    this.#driver = connect(options);
  }

  async open(limits: Limits = {}): Promise<Reader> {
    const generation = await this.generation();
    return {
      generation,
      ask,
      known,
      read: (each, parameters = {}) => this.#read(each, { ...parameters, generation: generation.id }, limits),
      // What is superseded is removed after a time of grace, which is longer than any reader may live, and the server
      // stops what takes too long by itself.
      release: async () => undefined,
    };
  }

  async generation(): Promise<Generation> {
    const generation = await this.#noticed();
    if (generation === null) {
      throw new GraphError("UNAVAILABLE", `expected a dataset in ${this.address}; nothing is loaded`, {
        retriable: true,
      });
    }
    expectOurLayout(generation, this.address);
    return generation;
  }

  async current(): Promise<Generation | null> {
    const [row] = await this.#read(currentGeneration, {});
    if (row === undefined) return null;
    return { id: row["id"] as string, version: row["version"] as string, layout: row["layout"] as number };
  }

  async begin(version: string): Promise<Writer> {
    // A read fails within the time-out where nothing answers; a write goes on trying for longer.
    await this.current();
    const { grace, lease } = this.#options;
    const onMoved = () => {
      this.#generation = null;
    };
    return Load.begin(this.#transact, version, { address: this.address, grace, lease, onMoved });
  }

  async close(): Promise<void> {
    // It says good-bye to the server, which may never answer.
    await Promise.race([this.#driver.close(), sleep(stopsWithin, undefined, { ref: false })]);
  }

  /** The current generation, asked for at most once every `noticeWithin`; concurrent requests share the asking. */
  #noticed(): Promise<Generation | null> {
    const now = performance.now();
    if (this.#generation !== null && now < this.#askAgainAt) return this.#generation;
    const asked = this.current();
    this.#generation = asked;
    this.#askAgainAt = Number.POSITIVE_INFINITY;
    asked.then(
      () => {
        this.#refusals = 0;
        if (this.#generation === asked) this.#askAgainAt = now + noticeWithin;
      },
      () => {
        if (this.#generation === asked) this.#generation = null;
      },
    );
    return asked;
  }

  /** Whoever is not let in tells all callers so for a while, instead of knocking again and again. */
  #pause(refusal: GraphError): void {
    const answer = Promise.reject<Generation | null>(refusal);
    answer.catch(() => undefined);
    this.#generation = answer;
    const pause = Math.min(pauseAfterRefusal.first * 2 ** this.#refusals++, pauseAfterRefusal.longest);
    this.#askAgainAt = performance.now() + pause;
  }

  /**
   * An auto-commit transaction in READ mode costs one round trip where a managed one costs two; it is retried here,
   * as the driver does not, and only until the deadline.
   */
  async #read(
    each: Statement,
    parameters: Parameters,
    { deadline = Number.POSITIVE_INFINITY, timeout = this.#options.timeout }: Limits = {},
  ): Promise<Row[]> {
    const what = `an answer to ${each.name}`;
    const end = performance.now() + timeLeft(timeout, deadline, what);
    for (let wait = firstRetryAfter; ; wait *= 2) {
      try {
        return await this.#readOnce(each, parameters, timeLeft(timeout, end, what));
      } catch (error) {
        const failure = toGraphError(error, each.name);
        if (isRefusedLogin(failure)) this.#pause(failure);
        // A database that was restored may never come to where a bookmark of earlier days waits for it.
        if (isUnmetBookmark(failure)) this.#bookmarks = neo4j.bookmarkManager();
        if (!failure.retriable || performance.now() + wait >= end) throw failure;
        await sleep(wait);
      }
    }
  }

  async #readOnce(each: Statement, parameters: Parameters, milliseconds: number): Promise<Row[]> {
    const driver = this.#driver;
    const session = this.#session("READ");
    const work = session.run(each.text, toDriver(parameters), { timeout: milliseconds }).then(toRows);
    try {
      // The server stops the statement by itself; this is for a server that does not answer at all.
      return await within(milliseconds, `an answer to ${each.name}`, work);
    } finally {
      // Closing waits for a server that may never answer, and the caller need not.
      void this.#leave(session, driver);
    }
  }

  /**
   * A connection on which the server does not even answer to the end of a session is dead, and would keep its place in
   * the pool for minutes. A driver lets go of all its connections or none: what is under way on others is tried again.
   */
  async #leave(session: Session, driver: Driver): Promise<void> {
    const patience = this.#options.timeout + stopsWithin;
    const alive = await within(patience, "the end of a session", session.close()).then(
      () => true,
      (error: unknown) => !(error instanceof GraphError),
    );
    if (alive || this.#driver !== driver) return;
    this.#driver = connect(this.#options);
    driver.close().catch(() => undefined);
  }

  /**
   * The driver's own managed transactions are tried again also where the connection broke upon commit: what had been
   * written would be there twice.
   */
  readonly #transact: Transact = async (name, work, { mayRepeat } = { mayRepeat: true }) => {
    const end = performance.now() + writesAreTriedFor;
    for (let wait = firstRetryAfter; ; wait *= 2) {
      const session = this.#session("WRITE");
      let committing = false;
      try {
        const transaction = await session.beginTransaction();
        const result = await work(async (each, parameters) =>
          toRows(await transaction.run(each.text, toDriver(parameters))),
        );
        committing = true;
        await transaction.commit();
        return result;
      } catch (error) {
        // The work's own, as that another load has begun.
        if (error instanceof GraphError) throw error;
        const failure = toGraphError(error, name);
        if (committing && !mayRepeat && failure.code === "UNAVAILABLE") {
          const message = `${name}: the connection broke upon commit; whether it is written is not known`;
          throw new GraphError("UNAVAILABLE", message, { retriable: true, cause: error });
        }
        if (!failure.retriable || performance.now() + wait >= end) throw failure;
      } finally {
        // A transaction that did not end is rolled back; a connection that is broken says so once more.
        await session.close().catch(() => undefined);
      }
      // Those that were in each other's way come back at different times.
      await sleep(wait * (0.5 + Math.random()));
    }
  };

  /** On a cluster, the bookmarks let a read after a load see what was written. */
  #session(mode: "READ" | "WRITE"): Session {
    return this.#driver.session({
      database: this.#options.database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
    });
  }
}

function connect({ uri, user, password, timeout }: Neo4jOptions): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    maxConnectionPoolSize: 8,
    connectionAcquisitionTimeout: timeout,
    connectionTimeout: timeout,
    telemetryDisabled: true,
    useBigInt: true,
  });
}

function toRows({ records }: { readonly records: readonly { toObject(): Record<string, unknown> }[] }): Promise<Row[]> {
  return inSlices(rowsOf(records));
}

function* rowsOf(records: readonly { toObject(): Record<string, unknown> }[]): Generator<void, Row[], void> {
  const rows: Row[] = [];
  for (const record of records) {
    rows.push(toRow(record.toObject()));
    yield;
  }
  return rows;
}

/** Up to the last `@`, as a password may hold one. */
function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/.*@/, "//");
}
