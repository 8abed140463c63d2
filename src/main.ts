import { type Logger, pino } from "pino";
import type { Config } from "./config.js";
import { readBundledDataset, readDataset } from "./dataset/source.js";
import { load } from "./dataset/write/load.js";
import { GrafeoGraph } from "./graph/grafeo/graph.js";
import { Store } from "./graph/grafeo/store.js";
import { type Graph, noticeWithin } from "./graph/graph.js";
import { Neo4jGraph } from "./graph/neo4j/graph.js";
import { watchReadiness } from "./server/health.js";
import { createHttpServer } from "./server/http.js";
import type { VisitLimits } from "./server/visits.js";

// The composition root: everything is built here, once.

/** The graph that the settings name: the one place where an engine is chosen. */
export function openGraph({ graph, server: { visits } }: Config): Graph {
  const timeout = visits.milliseconds;
  switch (graph.kind) {
    case "neo4j":
      return new Neo4jGraph({ ...graph, timeout, grace: longestVisit(visits) + 2 * noticeWithin, lease: 15_000 });
    case "store":
      return new GrafeoGraph({ folder: graph.folder, timeout });
    case "memory":
      return new GrafeoGraph({ timeout });
  }
}

/** Milliseconds that a request may read the generation that it began with. */
function longestVisit({ milliseconds, keyFactor, exportMilliseconds }: VisitLimits): number {
  return Math.max(milliseconds * keyFactor, exportMilliseconds);
}

/** The files of the graph that the settings name, where it has any. */
export function openStore(graph: Config["graph"]): Store {
  if (graph.kind === "store") return new Store(graph.folder);
  throw new Error("expected OPPHAV_STORE: only a store of files is backed up and restored here (docs/operations.md)");
}

interface Service {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** Takes requests for as long as the settings say, then answers what has begun. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

/** The graph that the settings name, with the dataset in it where it is in memory. */
export async function openLoadedGraph(config: Config): Promise<Graph> {
  const graph = openGraph(config);
  if (config.graph.kind === "memory") {
    await load(graph, config.dataset === null ? readBundledDataset() : readDataset(config.dataset));
  }
  return graph;
}

/** Runs the service. It listens whether or not its graph answers; `/health/ready` says when it does. */
async function serve(config: Config, logger: Logger): Promise<Service> {
  const graph = await openLoadedGraph(config);
  const { app, drain, names } = await createHttpServer(graph, logger, config.server, config.dataset ?? undefined);
  const watching = watchReadiness(graph, logger, () => {
    // A search makes it, where this fails.
    names.prepare().catch((error: unknown) => {
      logger.warn({ err: error }, "the index of names was not made");
    });
  });
  const address = await app.listen({ port: config.port, host: config.host });
  logger.info(`listening on ${address}/graphql, reading ${graph.address}`);
  return {
    address,
    drain: () => drain.begin(config.drain),
    close: async () => {
      watching.stop();
      await app.close();
      await graph.close();
    },
  };
}

/**
 * Runs the service until the process is asked to end. Upon SIGTERM, which load balancers wait for, requests are taken a
 * little longer; upon SIGINT, as at a terminal, only what has begun is answered. Whoever asks twice is not kept waiting.
 */
export async function serveUntilSignal(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel });
  // What nobody waits for any more, such as the rest of an answer that was given up, may fail without ending the rest.
  process.on("unhandledRejection", (error) => {
    logger.error({ err: error }, "something failed that nobody waited for");
  });
  const service = await serve(config, logger);
  let asked = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      void end(signal);
    });
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    logger.info(`ending, as ${signal} came`);
    if (signal === "SIGTERM") await service.drain();
    await service.close();
    logger.info("ended");
  };
}
