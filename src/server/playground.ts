import { readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, onRequestHookHandler } from "fastify";
import Negotiator from "negotiator";

/** All comes from us; the editor makes styles as it runs, and its symbols and workers are data in its own files. */
const contentSecurityPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; " +
  "img-src 'self' data:";

/** What the endpoint answers with; who accepts all alike, as most programs do, gets the first. */
const mediaTypes = ["application/json", "application/graphql-response+json", "text/html"];

/** Whether a page is preferred to an answer in JSON, as browsers do that open an address. */
function wantsPage(accept: string | undefined): boolean {
  return new Negotiator({ headers: { accept } }).mediaType(mediaTypes) === "text/html";
}

/** Null where the explorer is not built. */
function readPage(folder: string): string | null {
  try {
    return readFileSync(join(folder, "playground.html"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Serves the assets of the built explorer, and gives the hook for the route of the GraphQL endpoint that answers
 * browsers with the playground; all other requests go on to the route's handler.
 */
export async function registerPlayground(app: FastifyInstance, folder: string): Promise<onRequestHookHandler> {
  const page = readPage(folder);
  if (page !== null) {
    await app.register(fastifyStatic, {
      root: join(folder, "assets"),
      prefix: "/assets/",
      index: false,
      preCompressed: true,
      // Their names change with what is in them.
      immutable: true,
      maxAge: "1y",
    });
  }
  return (request, reply, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      next();
      return;
    }
    reply.header("vary", "accept");
    if (!wantsPage(request.headers.accept)) {
      next();
    } else if (page === null) {
      reply.code(503).type("text/plain; charset=utf-8");
      reply.send("The playground is not built. Run `npm run build:explorer` and start the service again.\n");
    } else {
      reply.type("text/html; charset=utf-8");
      reply.headers({ "cache-control": "no-cache", "content-security-policy": contentSecurityPolicy });
      reply.send(page);
    }
  };
}
