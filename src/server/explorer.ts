import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { wantsPage } from "./media-type.js";
import { pathOf } from "./telemetry.js";

/** All comes from us, and nothing but files does, save the style sheet that Observable Plot puts into its charts. */
const contentSecurityPolicy =
  "default-src 'self'; style-src 'self' 'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='; " +
  "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

/** A page of the built explorer; null where it is not built. */
export function readPage(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Serves the built explorer, and the dataset's files, to whose lines it leads. It is one page, which finds out from the
 * address what to show: browsers get it at every address that is nothing else's.
 */
export async function registerExplorer(app: FastifyInstance, folder: string, files: string): Promise<void> {
  const page = readPage(folder, "index.html");
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
  if (existsSync(files)) {
    await app.register(fastifyStatic, {
      root: resolve(files),
      prefix: "/data/",
      index: false,
      decorateReply: false,
      allowedPath: (path) => /\.(yaml|csv)$/.test(path),
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    reply.header("vary", "accept");
    const isRead = request.method === "GET" || request.method === "HEAD";
    const allowed = (["GET", "POST"] as const).filter((method) => app.hasRoute({ method, url: pathOf(request) }));
    if (allowed.length > 0) {
      reply.header("allow", allowed.join(", "));
      return reply.code(405).send({ error: `expected ${allowed.join(" or ")}; got ${request.method}` });
    }
    if (!isRead || !wantsPage(request.headers.accept)) {
      return reply.code(404).send({ error: `there is nothing at ${request.url}; GraphQL is at /graphql` });
    }
    if (page === null) {
      reply.code(503).type("text/plain; charset=utf-8");
      return "The pages are not built. Run `npm run build:explorer` and start the service again.\n";
    }
    reply.type("text/html; charset=utf-8");
    reply.headers({ "cache-control": "no-cache", "content-security-policy": contentSecurityPolicy });
    return reply.code(200).send(page);
  });
}
