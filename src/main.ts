import { type Logger, pino } from "pino";
import type { Config } from "./config.js";
import { readBundledDataset, readDataset } from "./dataset/source.js";
import { load } from "./dataset/write/load.js";
import { GrafeoGraph } from "./graph/grafeo/graph.js";
import { Store } from "./graph/grafeo/store.js";
import type { Graph } from "./graph/graph.js";
import { Neo4jGraph } from "./graph/neo4j/graph.js";
import { watchReadiness } from "./server/health.js";
import { createHttpServer } from "./server/http.js";

// The composition root: everything is built here, once.

/** Milliseconds that a statement may take. */
const timeout = 5_000;

/** The graph that the settings name: the one place where an engine is chosen. */
export function openGraph(graph: Config["graph"]): Graph {
  switch (graph.kind) {
    case "neo4j":
      // A reader that began before the pointer moved notices within half a second and ends within its timeout.
      return new Neo4jGraph({ ...graph, timeout, grace: 10_000, lease: 15_000 });
    case "store":
      return new GrafeoGraph({ folder: graph.folder, timeout });
    case "memory":
      return new GrafeoGraph({ timeout });
  }
}

/** The files of the graph that the settings name, where it has any. */
export function openStore(graph: Config["graph"]): Store {
  if (graph.kind === "store") return new Store(graph.folder);
  throw new Error("expected OPPHAV_STORE: only a store of files is backed up and restored here (docs/operations.md)");
}

interface Service {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  close(): Promise<void>;
}

/** The graph that the settings name, with the dataset in it where it is in memory. */
export async function openLoadedGraph(config: Config): Promise<Graph> {
  const graph = openGraph(config.graph);
  if (config.graph.kind === "memory") {
    await load(graph, config.dataset === null ? readBundledDataset() : readDataset(config.dataset));
  }
  return graph;
}

/** Runs the service. It listens whether or not its graph answers; `/health/ready` says when it does. */
async function serve(config: Config, logger: Logger = pino({ level: config.logLevel })): Promise<Service> {
  const graph = await openLoadedGraph(config);
  const app = await createHttpServer(graph, logger, config.dataset ?? undefined);
  const watching = watchReadiness(graph, logger);
  const address = await app.listen({ port: config.port, host: config.host });
  logger.info(`listening on ${address}/graphql, reading ${graph.address}`);
  return {
    address,
    close: async () => {
      watching.stop();
      await app.close();
      await graph.close();
    },
  };
}

/** Runs the service until the process is asked to end; what has begun is answered first. */
export async function serveUntilSignal(config: Config): Promise<void> {
  const service = await serve(config);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      void service.close();
    });
  }
}
