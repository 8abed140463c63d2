import type { IncomingMessage, ServerResponse } from "node:http";
import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

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
  const headers = protectingHeaders();
  app.addHook("onRequest", (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes("*") ? "*" : [...origins],
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["retry-after", "x-request-id"],
    maxAge: 600,
  });
}

/** They are the same for every answer, so that Helmet is asked once. */
function protectingHeaders(): Readonly<Record<string, string>> {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // What is served is public: drawings may stand in anybody's page.
    crossOriginResourcePolicy: { policy: "cross-origin" },
    // `frame-ancestors` says it better: previews of names are made to be framed.
    frameguard: false,
    strictTransportSecurity: false,
    // Of browsers and plugins that are gone; and a hint that no answer needs. Each costs as much as one that protects.
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  const headers: Record<string, string> = {};
  const response: Pick<ServerResponse, "removeHeader"> & { setHeader: (name: string, value: string) => void } = {
    setHeader: (name, value) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  protect({} as IncomingMessage, response as ServerResponse, () => undefined);
  return headers;
}
