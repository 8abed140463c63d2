import type { onRequestHookHandler } from "fastify";
import { readPage } from "./explorer.js";
import { wantsPage } from "./media-type.js";

/** All comes from us; the editor makes styles as it runs, and its symbols and workers are data in its own files. */
const contentSecurityPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; " +
  "img-src 'self' data:";

/**
 * A hook for the route of the GraphQL endpoint that answers browsers with the playground; all other requests go on to
 * the route's handler.
 */
export function playground(folder: string): onRequestHookHandler {
  const page = readPage(folder, "playground.html");
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
