import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver, type Session } from "neo4j-driver";
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
import { type Statement, statement } from "../statement.js";
import { toGraphError } from "./error.js";
import { toParameters, toRow } from "./values.js";

export interface Neo4jOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Milliseconds after which a statement that reads is stopped, retries included. */
  readonly timeout: number;
  /** Milliseconds between moving the pointer and removing what it pointed to, so that readers can end. */
  readonly grace: number;
  /** Milliseconds for which a load that shows no sign of life keeps others out. */
  readonly lease: number;
}

const capabilities: Capabilities = { sharedDatabase: true };

const currentGeneration = statement("generation/current");
const moveGeneration = statement("generation/move");
const supersededGenerations = statement("generation/superseded");
const removeBatch = statement("generation/remove-batch");
const takeLease = statement("generation/take-lease");
const endLease = statement("generation/end-lease");

const removalBatch = 2_000;
const firstRetryAfter = 50;

export class Neo4jGraph implements Graph {
  readonly capabilities = capabilities;
  readonly address: string;
  readonly #options: Neo4jOptions;
  readonly #driver: Driver;
  readonly #bookmarks = neo4j.bookmarkManager();
  #generation: Promise<Generation | null> | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(options: Neo4jOptions) {
    this.#options = options;
    this.address = withoutSecrets(options.uri);
    this.#driver = neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      maxConnectionPoolSize: 8,
      connectionAcquisitionTimeout: options.timeout,
      connectionTimeout: options.timeout,
      telemetryDisabled: true,
    });
  }

  async open(): Promise<Reader> {
    const generation = await this.#noticed();
    if (generation === null) {
      throw new GraphError("UNAVAILABLE", `expected a dataset in ${this.address}; nothing is loaded`, { retriable: true });
    }
    return {
      generation,
      read: (each, parameters = {}) => this.#read(each, { ...parameters, generation: generation.id }),
      // What is superseded is removed after a time of grace, which is longer than any request may take.
      release: () => undefined,
    };
  }

  async current(): Promise<Generation | null> {
    const [row] = await this.#read(currentGeneration, {});
    return row === undefined ? null : { id: String(row["id"]), version: String(row["version"]) };
  }

  async begin(version: string): Promise<Writer> {
    const owner = randomBytes(8).toString("hex");
    const generation = { id: `${version.slice(0, 12)}-${owner.slice(0, 8)}`, version };
    const renew = async (): Promise<void> => {
      const now = Date.now();
      const rows = await this.#write(takeLease, { owner, now, until: now + this.#options.lease });
      if (rows.length === 0) {
        const message = `a load into ${this.address}: another load is running, or ended less than ${this.#options.lease} ms ago`;
        throw new GraphError("CONFLICT", message, { retriable: true });
      }
    };
    await renew();
    await this.#removeSuperseded(renew);
    return {
      read: (each, parameters = {}) => this.#read(each, { ...parameters, generation: generation.id }),
      write: async (each, parameters = {}) => {
        await renew();
        await this.#write(each, { ...parameters, generation: generation.id });
      },
      publish: async () => {
        await renew();
        await this.#write(moveGeneration, { ...generation });
        this.#checkedAt = Number.NEGATIVE_INFINITY;
        for (let waited = 0; waited < this.#options.grace; waited += 1_000) {
          await sleep(Math.min(1_000, this.#options.grace - waited));
          await renew();
        }
        await this.#removeSuperseded(renew);
        await this.#write(endLease, { owner });
      },
      abandon: async () => {
        await this.#removeSuperseded(renew);
        await this.#write(endLease, { owner });
      },
    };
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  /** The current generation, asked for at most once every `noticeWithin`; concurrent requests share the asking. */
  #noticed(): Promise<Generation | null> {
    const now = performance.now();
    if (this.#generation === null || now - this.#checkedAt >= noticeWithin) {
      this.#checkedAt = now;
      const asked = this.current();
      this.#generation = asked;
      asked.catch(() => {
        if (this.#generation === asked) this.#generation = null;
      });
    }
    return this.#generation;
  }

  /**
   * An auto-commit transaction in READ mode costs one round trip where a managed one costs two; it is retried here,
   * as the driver does not, and only until the deadline.
   */
  async #read(each: Statement, parameters: Parameters): Promise<Row[]> {
    const deadline = performance.now() + this.#options.timeout;
    for (let wait = firstRetryAfter; ; wait *= 2) {
      const left = Math.max(1, Math.ceil(deadline - performance.now()));
      try {
        return await this.#readOnce(each, parameters, left);
      } catch (error) {
        const failure = toGraphError(error, each.name);
        if (!failure.retriable || performance.now() + wait >= deadline) throw failure;
        await sleep(wait);
      }
    }
  }

  async #readOnce(each: Statement, parameters: Parameters, milliseconds: number): Promise<Row[]> {
    const session = this.#session("READ");
    const work = session
      .run(each.text, toParameters(parameters), { timeout: milliseconds })
      .then(({ records }) => records.map(toRow));
    try {
      // The server stops the statement by itself; this is for a server that does not answer at all.
      return await within(milliseconds, `an answer to ${each.name}`, work);
    } finally {
      // Closing waits for a server that may never answer, and the caller need not.
      session.close().catch(() => undefined);
    }
  }

  async #write(each: Statement, parameters: Parameters): Promise<Row[]> {
    const session = this.#session("WRITE");
    try {
      return await session.executeWrite(async (transaction) => {
        const { records } = await transaction.run(each.text, toParameters(parameters));
        return records.map(toRow);
      });
    } catch (error) {
      throw toGraphError(error, each.name);
    } finally {
      await session.close();
    }
  }

  /** On a cluster, the bookmarks let a read after a load see what was written. */
  #session(mode: "READ" | "WRITE"): Session {
    return this.#driver.session({
      database: this.#options.database,
      defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
    });
  }

  /** In batches, as one transaction over millions of nodes dies at the server's memory limit. */
  async #removeSuperseded(renew: () => Promise<void>): Promise<void> {
    for (const { id } of await this.#write(supersededGenerations, {})) {
      for (let removed = removalBatch; removed === removalBatch; ) {
        await renew();
        const [row] = await this.#write(removeBatch, { superseded: id ?? null, limit: removalBatch });
        removed = Number(row?.["removed"] ?? 0);
      }
    }
  }
}

function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, "//");
}
