import { hash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";
import { LRUCache } from "lru-cache";
import { GraphError } from "../graph/error.js";
import type { Graph } from "../graph/graph.js";
import type { Callers } from "./callers.js";

/** An answer as it was sent. */
interface Answer {
  readonly body: Buffer;
  readonly contentType: string;
  readonly operationName: string | null;
  readonly variables: unknown;
}

/**
 * For how long an HTTP cache may give an answer without asking whether it still holds: with the time within which the
 * service notices a load, one and a half seconds at the most.
 */
const seconds = 1;

/** Request headers that an answer depends on, beside its method, its address and its body. */
const headers = [
  "accept",
  "opphav-provenance",
  // Without these, some requests are refused (CSRF prevention of Apollo Server).
  "content-type",
  "apollo-require-preflight",
  "x-apollo-operation-name",
] as const;

/** What an entry takes beside its text. */
const overhead = 500;

declare module "fastify" {
  interface FastifyRequest {
    /** What the answer is kept by; null where none is kept. */
    answerKey: string | null;
  }
}

/**
 * Answers of the GraphQL endpoint that were given before, whole. The data changes only when a load lands, so an answer
 * is a function of the generation that it was read from, of the request, and of whether the caller has a key, whose
 * limits are wider. What has errors is not kept, nor is what tells of its own making (`extensions.limits`).
 *
 * Answers to GET have a validator (`ETag`), so that any HTTP cache can hold them and ask whether they still hold.
 */
export class AnswerCache {
  /** Null where nothing is kept. */
  readonly #known: LRUCache<string, Answer> | null;
  readonly #graph: Graph;
  readonly #callers: Callers;
  readonly #count: (result: "hit" | "miss") => void;

  /** @param size bytes that are kept at the most; what was not used for longest goes first */
  constructor(size: number, graph: Graph, callers: Callers, count: (result: "hit" | "miss") => void) {
    const options = { maxSize: size, maxEntrySize: Math.ceil(size / 8), sizeCalculation: bytesOf };
    this.#known = size === 0 ? null : new LRUCache(options);
    this.#graph = graph;
    this.#callers = callers;
    this.#count = count;
  }

  /** For the routes of a scope: their bodies in JSON are read as text, and parsed only where no answer is known. */
  register(scope: FastifyInstance): void {
    const parse = scope.getDefaultJsonParser("error", "error");
    scope.decorateRequest("answerKey", null);
    scope.addContentTypeParser<string>("application/json", { parseAs: "string" }, (_request, body, done) => {
      done(null, body);
    });
    const answerOrParsed = async (request: FastifyRequest): Promise<Answer | null> => {
      const answer = await this.#answerTo(request);
      const { body } = request;
      if (answer === null && typeof body === "string") request.body = await parsed(parse, request, body);
      return answer;
    };
    scope.addHook("preHandler", (request, reply, next) => {
      // Where a hook's promise is the reply, Fastify waits for its end with four listeners, a tenth of all that is done.
      answerOrParsed(request)
        .then((answer) => {
          if (answer === null) {
            next();
            return;
          }
          request.record.operationName = answer.operationName;
          request.record.variables = answer.variables;
          void reply.type(answer.contentType).send(answer.body);
        })
        .catch(next);
    });
    scope.addHook("onSend", (request, reply, payload, next) => {
      this.#keep(request, reply, payload);
      next(null, request.method === "GET" ? validated(request, reply, payload) : payload);
    });
  }

  async #answerTo(request: FastifyRequest): Promise<Answer | null> {
    const known = this.#known;
    if (known === null || request.method === "HEAD") return null;
    const generation = await this.#generation();
    if (generation === null) return null;
    const body = typeof request.body === "string" ? request.body : "";
    if (tellsOfItsMaking(request.url, body)) return null;
    const hasKey = this.#callers.haveKey(request.headers.authorization);
    const sent = headers.map((name) => request.headers[name] ?? "").join("\n");
    const key = `${request.method} ${request.url}\n${hasKey}\n${sent}\n${body}`;
    request.answerKey = key;
    const answer = known.get(keyIn(generation, key));
    this.#count(answer === undefined ? "miss" : "hit");
    return answer ?? null;
  }

  /** Null where the graph does not answer: whoever executes the operation says so. */
  async #generation(): Promise<string | null> {
    try {
      return (await this.#graph.generation()).id;
    } catch (error) {
      if (error instanceof GraphError) return null;
      throw error;
    }
  }

  #keep({ answerKey, record }: FastifyRequest, reply: FastifyReply, payload: unknown): void {
    const { operationName, variables, errorCount, generation } = record;
    if (answerKey === null || generation === null || errorCount > 0) return;
    if (reply.statusCode !== 200 || typeof payload !== "string") return;
    const contentType = String(reply.getHeader("content-type"));
    // By the generation that was read, which may be newer than the one under which the answer was looked for.
    const answer = { body: Buffer.from(payload), contentType, operationName, variables };
    this.#known?.set(keyIn(generation, answerKey), answer);
  }
}

function keyIn(generation: string, key: string): string {
  return `${generation}\n${key}`;
}

/** A character of a key takes two bytes at the most; variables are about as large as the text that they came in. */
function bytesOf({ body }: Answer, key: string): number {
  return body.length + 3 * key.length + overhead;
}

/** Whether the caller may have asked for how much of the limits was used, which is another each time. */
function tellsOfItsMaking(url: string, body: string): boolean {
  return body.includes('"limits"') || url.includes("limits");
}

type Parse = ReturnType<FastifyInstance["getDefaultJsonParser"]>;

/** @throws what Fastify itself throws at a body that is not JSON */
function parsed(parse: Parse, request: FastifyRequest, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    void parse(request, body, (error, value: unknown) => {
      if (error === null) resolve(value);
      else reject(error);
    });
  });
}

/** Gives an answer its validator, and nothing else where the caller has it already. */
function validated<Payload>(request: FastifyRequest, reply: FastifyReply, payload: Payload): Payload | null {
  // The page that browsers get at the same address has a policy of its own.
  if (reply.hasHeader("cache-control")) return payload;
  const isWhole = reply.statusCode === 200 && request.record.errorCount === 0;
  if (!isWhole || !(typeof payload === "string" || Buffer.isBuffer(payload))) {
    reply.header("cache-control", "no-store");
    return payload;
  }
  const etag = `"${hash("sha256", payload, "base64url")}"`;
  const varied = [reply.getHeader("vary") ?? [], "authorization", "opphav-provenance"].flat().join(", ");
  reply.headers({ etag, vary: varied, "cache-control": `public, max-age=${seconds}, must-revalidate` });
  // Not by `Cache-Control: no-cache`, which `fetch` sends beside every validator: this is where answers come from.
  if (!fresh({ "if-none-match": request.headers["if-none-match"] }, { etag })) return payload;
  reply.code(304);
  return null;
}
