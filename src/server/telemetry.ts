// What can be seen of the service from outside: one line of the log for each request, metrics, traces.
import { performance } from "node:perf_hooks";
import {
  type Context as TraceContext,
  type Span,
  SpanKind,
  SpanStatusCode,
  context as traceContext,
  propagation,
  trace,
} from "@opentelemetry/api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { Graph, Reader } from "../graph/graph.js";
import type { Budget } from "../graphql/budget.js";
import type { Callers } from "./callers.js";

/** What is told of an error beside its answer; its details are not, as they may hold what a caller sent. */
export interface ToldError {
  readonly id: string;
  readonly code: string;
}

/** What becomes known of a request while it is answered. */
export interface RequestRecord {
  readonly begun: number;
  readonly span: Span;
  readonly trace: TraceContext;
  operationName: string | null;
  variables: unknown;
  /** The id of the generation that was read; null before, and where the answer was known. */
  generation: string | null;
  budget: Budget | null;
  statements: number;
  rows: number;
  /** The first ones; `errorCount` counts all. */
  readonly errors: ToldError[];
  errorCount: number;
}

declare module "fastify" {
  interface FastifyRequest {
    record: RequestRecord;
  }
}

const errorsInLog = 10;
const seconds = (milliseconds: number): number => milliseconds / 1_000;
const quick = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Where no SDK of OpenTelemetry is set up in the process, spans cost next to nothing and go nowhere. */
const tracer = trace.getTracer("opphav");

export class Telemetry {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: "opphav_http_request_duration_seconds",
    help: "Time from a request's headers to the end of its answer.",
    labelNames: ["method", "route", "status"],
    buckets: quick,
    registers: [this.#registry],
  });
  readonly #errors = new Counter({
    name: "opphav_errors_total",
    help: "Errors told to callers, by code (docs/errors.md).",
    labelNames: ["code"],
    registers: [this.#registry],
  });
  readonly #statements = new Histogram({
    name: "opphav_statement_duration_seconds",
    help: "Time from sending a statement to the engine to its last row, by the statement's name (cypher/).",
    labelNames: ["statement", "outcome"],
    buckets: quick,
    registers: [this.#registry],
  });
  readonly #rows = new Counter({
    name: "opphav_statement_rows_total",
    help: "Rows that statements had, by the statement's name (cypher/).",
    labelNames: ["statement"],
    registers: [this.#registry],
  });
  readonly #documents = this.#cacheRequests(
    "document",
    "Operations whose document had been parsed and validated before (hit), or not (miss).",
  );
  readonly #answers = this.#cacheRequests(
    "answer",
    "Operations whose whole answer was known already (hit), or was made (miss); none where nothing is kept.",
  );
  readonly #rowRequests = this.#cacheRequests(
    "row",
    "Questions whose rows were all known already (hit), or that the engine was asked (miss); none where nothing is kept.",
  );

  constructor(graph: Graph) {
    collectDefaultMetrics({ register: this.#registry });
    new Gauge({
      name: "opphav_dataset_info",
      help: "1, with the version of the dataset that is served; nothing where the graph does not answer.",
      labelNames: ["version"],
      registers: [this.#registry],
      async collect() {
        this.reset();
        const generation = await graph.generation().catch(() => null);
        if (generation !== null) this.set({ version: generation.version }, 1);
      },
    });
  }

  observeRequests(running: () => number): void {
    new Gauge({
      name: "opphav_requests_in_progress",
      help: "Requests that are being answered from the graph.",
      registers: [this.#registry],
      collect() {
        this.set(running());
      },
    });
  }

  /** Has the requests of a server recorded, and tells the metrics at `/metrics`: to callers with a key, where there are keys. */
  register(app: FastifyInstance, { callers, logVariables }: { callers: Callers; logVariables: boolean }): void {
    app.decorateRequest("record");
    app.addHook("onRequest", (request, reply, next) => {
      request.record = begun(request);
      void reply.header("x-request-id", request.id);
      reply.raw.once("close", () => {
        this.#end(request, reply, logVariables);
      });
      next();
    });
    app.get("/metrics", async ({ headers }, reply) => {
      callers.expectKey(headers.authorization);
      return reply.type(this.#registry.contentType).send(await this.#registry.metrics());
    });
  }

  countDocument(result: "hit" | "miss"): void {
    this.#documents[result]++;
  }

  countRows(result: "hit" | "miss"): void {
    this.#rowRequests[result]++;
  }

  countAnswer(result: "hit" | "miss"): void {
    this.#answers[result]++;
  }

  countError(record: RequestRecord | null, error: ToldError): void {
    this.#errors.inc({ code: error.code });
    if (record === null) return;
    record.errorCount++;
    if (record.errors.length < errorsInLog) record.errors.push(error);
  }

  /** The reader itself, whose statements are counted, measured and traced. */
  observed(reader: Reader, record: RequestRecord): Reader {
    return {
      ...reader,
      read: async (statement, parameters) => {
        const { name } = statement;
        const span = tracer.startSpan(
          name,
          { kind: SpanKind.CLIENT, attributes: { "db.operation.name": name } },
          record.trace,
        );
        const start = performance.now();
        record.statements++;
        let outcome = "failed";
        try {
          const rows = await reader.read(statement, parameters);
          outcome = "answered";
          record.rows += rows.length;
          this.#rows.inc({ statement: name }, rows.length);
          span.setAttribute("db.response.returned_rows", rows.length);
          return rows;
        } catch (error) {
          span.recordException(error as Error);
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          this.#statements.observe({ statement: name, outcome }, seconds(performance.now() - start));
          span.end();
        }
      },
    };
  }

  /** How often something was asked of a cache: added up here, as there may be a thousand in a request. */
  #cacheRequests(cache: string, help: string): Record<"hit" | "miss", number> {
    const requests = { hit: 0, miss: 0 };
    new Counter({
      name: `opphav_${cache}_cache_requests_total`,
      help,
      labelNames: ["result"],
      registers: [this.#registry],
      collect() {
        this.reset();
        for (const result of ["hit", "miss"] as const) if (requests[result] > 0) this.inc({ result }, requests[result]);
      },
    });
    return requests;
  }

  #end(request: FastifyRequest, reply: FastifyReply, logVariables: boolean): void {
    const { record, method } = request;
    const { span, operationName, budget, statements, rows, errors, errorCount } = record;
    const duration = performance.now() - record.begun;
    const route = request.routeOptions.url ?? "none";
    // 499, as proxies write it, for callers who did not wait for their answer.
    const status = reply.raw.writableFinished ? reply.statusCode : 499;
    this.#requests.observe({ method, route, status }, seconds(duration));
    span.updateName(`${method} ${route}`);
    span.setAttributes({ "http.route": route, "http.response.status_code": status });
    if (operationName !== null) span.setAttribute("graphql.operation.name", operationName);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    request.log.info(
      {
        method,
        path: pathOf(request),
        status,
        milliseconds: Math.round(duration * 10) / 10,
        ...(operationName === null ? {} : { operationName }),
        ...(logVariables && record.variables !== undefined ? { variables: record.variables } : {}),
        ...(budget === null ? {} : { cost: budget.used.cost, objects: budget.used.objects }),
        ...(statements === 0 ? {} : { statements, rows }),
        ...(errorCount === 0 ? {} : { errors, errorCount }),
      },
      "request",
    );
  }
}

function begun(request: FastifyRequest): RequestRecord {
  const parent = propagation.extract(traceContext.active(), request.headers);
  const attributes = { "http.request.method": request.method, "url.path": pathOf(request) };
  const span = tracer.startSpan(request.method, { kind: SpanKind.SERVER, attributes }, parent);
  return {
    begun: performance.now(),
    span,
    trace: trace.setSpan(parent, span),
    operationName: null,
    variables: undefined,
    generation: null,
    budget: null,
    statements: 0,
    rows: 0,
    errors: [],
    errorCount: 0,
  };
}

/** Without what follows `?`, as that may hold an operation with its values. */
export function pathOf({ url }: FastifyRequest): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}
