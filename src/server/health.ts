import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { GraphError } from "../graph/error.js";
import type { Graph } from "../graph/graph.js";
import type { Drain } from "./drain.js";

/** Whether requests can be answered, and where not, why. */
interface Readiness {
  readonly ready: boolean;
  readonly reason: string;
}

async function readiness(graph: Graph): Promise<Readiness> {
  try {
    const { version } = await graph.generation();
    return { ready: true, reason: `dataset version ${version.slice(0, 12)} in ${graph.address}` };
  } catch (error) {
    const reason = error instanceof GraphError ? error.message : "the graph cannot be read";
    return { ready: false, reason: `${graph.address}: ${reason}` };
  }
}

/** `/health/live`: the process answers. `/health/ready`: requests can be answered; 503 with the reason where not. */
export function registerHealth(app: FastifyInstance, graph: Graph, drain: Drain): void {
  app.get("/health/live", () => ({ live: true }));
  app.get("/health/ready", async (_request, reply) => {
    const now = drain.begun ? { ready: false, reason: "the service is about to end" } : await readiness(graph);
    return reply.code(now.ready ? 200 : 503).send(now);
  });
}

const firstRetryAfter = 500;
const retryAtTheLatestAfter = 10_000;

/** Logs why the graph cannot be read yet, trying ever more rarely, and that it can as soon as it does. */
export function watchReadiness(graph: Graph, logger: Logger, onReady: () => void): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const check = async (wait: number): Promise<void> => {
    const { ready, reason } = await readiness(graph);
    if (stopped) return;
    if (ready) {
      logger.info(`ready: ${reason}`);
      onReady();
      return;
    }
    logger.warn(`not ready: ${reason}; trying again in ${wait} ms`);
    timer = setTimeout(() => void check(Math.min(wait * 2, retryAtTheLatestAfter)), wait);
  };
  void check(firstRetryAfter);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
