import type { FastifyReply, FastifyRequest } from "fastify";
import { Batches } from "../graph/batches.js";
import { GraphError } from "../graph/error.js";
import type { Graph, Reader } from "../graph/graph.js";
import type { RowCache } from "../graph/row-cache.js";
import { type Allowance, Budget } from "../graphql/budget.js";
import type { Context } from "../graphql/context.js";
import { ErrorCode, RequestError } from "../graphql/error.js";
import type { Names } from "../knowledge/names.js";
import { createLoaders } from "../loaders/loaders.js";
import type { Callers } from "./callers.js";
import type { RequestRecord, Telemetry } from "./telemetry.js";

/** What the resolvers of a request share, and what is recorded of it. */
export interface Visit extends Context {
  readonly record: RequestRecord;
}

export interface VisitLimits extends Allowance {
  /** Requests that are answered at the same time. */
  readonly requests: number;
  /** Of these, exports. */
  readonly exports: number;
  /** Of an export, which reads more than an operation. */
  readonly exportMilliseconds: number;
  /** How much more callers with a key may take. */
  readonly keyFactor: number;
}

/**
 * Lets requests in that ask the graph, as many as can be answered at a time: more are refused at once, as a queue would
 * only make them late. Whoever is let in has a reader, a budget and a place, until the answer has left and the engine
 * has ended what it cannot stop.
 */
export class Visits {
  readonly #graph: Graph;
  readonly #limits: VisitLimits;
  readonly #callers: Callers;
  readonly #telemetry: Telemetry;
  readonly #rows: RowCache;
  readonly #batches = new Batches();
  readonly #names: Names;
  #requests = 0;
  #exports = 0;

  constructor(
    graph: Graph,
    limits: VisitLimits,
    callers: Callers,
    telemetry: Telemetry,
    { rows, names }: { readonly rows: RowCache; readonly names: Names },
  ) {
    this.#graph = graph;
    this.#limits = limits;
    this.#callers = callers;
    this.#telemetry = telemetry;
    this.#rows = rows;
    this.#names = names;
    telemetry.observeRequests(() => this.#requests);
  }

  /** @throws {RequestError} `UNAVAILABLE` where the graph does not answer or too much goes on */
  async operation(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const { cost, objects, milliseconds } = this.#limits;
    const factor = this.#factorOf(request);
    this.#expectRoom("requests", this.#requests, this.#limits.requests * factor);
    const allowance = { cost: cost * factor, objects: objects * factor, milliseconds: milliseconds * factor };
    const read = (reader: Reader): Reader => this.#rows.through(this.#batches.through(reader));
    return this.#enter(request, reply, { allowance, read, onLeft: () => undefined });
  }

  /** As an operation, for something whose pages are written as they are read. */
  async export(request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
    const { cost, exportMilliseconds } = this.#limits;
    const factor = this.#factorOf(request);
    this.#expectRoom("requests", this.#requests, this.#limits.requests * factor);
    this.#expectRoom("exports", this.#exports, this.#limits.exports * factor);
    const allowance = { cost, objects: Number.POSITIVE_INFINITY, milliseconds: exportMilliseconds };
    this.#exports++;
    // What an export reads once would push out what many read often.
    const read = (reader: Reader): Reader => reader;
    return this.#enter(request, reply, { allowance, read, onLeft: () => this.#exports-- });
  }

  #factorOf({ headers }: FastifyRequest): number {
    return this.#callers.haveKey(headers.authorization) ? this.#limits.keyFactor : 1;
  }

  #expectRoom(what: string, running: number, limit: number): void {
    if (running < limit) return;
    throw new RequestError(
      ErrorCode.UNAVAILABLE,
      `expected fewer than ${limit} ${what} at the same time; so many are being answered. Try again in a second`,
    );
  }

  async #enter(
    { record }: FastifyRequest,
    reply: FastifyReply,
    { allowance, read, onLeft }: { allowance: Allowance; read: (reader: Reader) => Reader; onLeft: () => void },
  ): Promise<Visit> {
    this.#requests++;
    const leave = (): void => {
      this.#requests--;
      onLeft();
    };
    const budget = new Budget(allowance);
    record.budget = budget;
    try {
      const opened = await this.#graph.open({ deadline: budget.deadline });
      record.generation = opened.generation.id;
      const reader = read(this.#telemetry.observed(opened, record));
      const left = (): void => {
        budget.end();
        void reader.release().finally(leave);
      };
      // However the answer ends, and also where the caller has gone before it began.
      if (reply.raw.closed) left();
      else reply.raw.once("close", left);
      return { reader, loaders: createLoaders(reader), names: this.#names, budget, record };
    } catch (error) {
      leave();
      if (!(error instanceof GraphError)) throw error;
      throw new RequestError(ErrorCode.UNAVAILABLE, "the graph does not answer at the moment; try again later", {
        cause: error,
      });
    }
  }
}
