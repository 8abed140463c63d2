import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

export interface AccessConfig {
  /** Names by which the service can be called; null for any. */
  readonly hosts: readonly string[] | null;
  /** Of pages that may call the service from a browser, such as `https://example.org`; `*` for any. */
  readonly origins: readonly string[];
}

/**
 * Refuses calls by names that are not the service's, which is how a page of somebody else reaches a service on the
 * reader's own machine (DNS rebinding), and has browsers keep to what answers are for. Pages relax their
 * Content-Security-Policy themselves. Strict-Transport-Security is for whoever ends TLS to say.
 */
export async function registerAccess(app: FastifyInstance, { hosts, origins }: AccessConfig): Promise<void> {
  const known = hosts === null ? null : new Set(hosts.map((host) => host.toLowerCase()));
  app.addHook("onRequest", (request, reply, next) => {
    if (known === null || known.has(request.hostname.toLowerCase())) {
      next();
      return;
    }
    const error = "expected a host name of this service, as OPPHAV_HOSTS lists them; the request has another";
    void reply.code(421).send({ error });
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // What is served is public: drawings may stand in anybody's page.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    // `frame-ancestors` says it better: previews of names are made to be framed.
    frameguard: false,
    strictTransportSecurity: false,
  });
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes("*") ? "*" : [...origins],
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["retry-after", "x-request-id"],
    maxAge: 600,
  });
}
