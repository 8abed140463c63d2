import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import type { ServerConfig } from "../config.js";
import { bundledFolder } from "../dataset/source.js";
import type { Graph } from "../graph/graph.js";
import { RowCache } from "../graph/row-cache.js";
import { formatError, refused } from "../graphql/error.js";
import { limitsPlugin, shapeRules } from "../graphql/limits.js";
import { provenancePlugin } from "../graphql/provenance.js";
import { compiledOperations } from "../graphql/compiled-operations.js";
import { buildOpphavSchema } from "../graphql/schema.js";
import { Names } from "../knowledge/names.js";
import { projectRoot } from "../project-root.js";
import { registerAccess } from "./access.js";
import { AnswerCache } from "./answer-cache.js";
import { Callers } from "./callers.js";
import { csvAnswers, stringifyAnswer } from "./csv-answers.js";
import { Drain } from "./drain.js";
import { registerExplorer } from "./explorer.js";
import { registerExports } from "./exports.js";
import { registerHealth } from "./health.js";
import { playground } from "./playground.js";
import { tellProblems } from "./problem.js";
import { registerReconciliation } from "./reconciliation.js";
import { sendTogether } from "./send-together.js";
import { statusPlugin } from "./status-plugin.js";
import { takeTurns } from "./take-turns.js";
import { telemetryPlugin, toldError } from "./telemetry-plugin.js";
import { Telemetry } from "./telemetry.js";
import { onlyTrusted, readManifests } from "./trusted.js";
import { Visits } from "./visits.js";

interface HttpServer {
  readonly app: FastifyInstance;
  readonly drain: Drain;
  readonly names: Names;
}

/** `files` is the folder of the dataset, for readers who follow a citation to the line that states a fact. */
export async function createHttpServer(
  graph: Graph,
  logger: Logger,
  config: ServerConfig,
  files: string = bundledFolder,
): Promise<HttpServer> {
  const { shape, connections } = config;
  const explorer = join(projectRoot, "build/explorer");
  const loggerInstance: FastifyBaseLogger = logger;
  const app = fastify({
    loggerInstance,
    // One line a request is telemetry's.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => idFrom(headers["x-request-id"]) ?? randomUUID(),
    bodyLimit: connections.body,
    requestTimeout: connections.requestTimeout,
    // Those that are late are looked for this often.
    http: { headersTimeout: connections.headersTimeout, connectionsCheckingInterval: 1_000 },
    // What comes while the service ends is answered.
    return503OnClosing: false,
  });
  app.server.maxConnections = connections.count;
  const callers = new Callers(config.apiKeys);
  const telemetry = new Telemetry(graph);
  const rows = new RowCache(config.cachedRows, (result) => {
    telemetry.countRows(result);
  });
  const answers = new AnswerCache(config.cachedAnswers, graph, callers, (result) => {
    telemetry.countAnswer(result);
  });
  const names = new Names(graph);
  const visits = new Visits(graph, config.visits, callers, telemetry, { rows, names });
  const drain = new Drain();
  const trusted = config.trustedOperations.length === 0 ? null : trustedOperations(config, explorer);

  const schema = await buildOpphavSchema();
  const apollo = new ApolloServer({
    schema,
    stringifyResult: stringifyAnswer,
    parseOptions: { maxLexicalTokens: shape.tokens },
    validationRules: shapeRules(shape),
    formatError,
    introspection: config.introspection,
    includeStacktraceInErrorResponses: false,
    // The composition root ends the process, when what has begun is answered.
    stopOnTerminationSignals: false,
    logger,
    ...(trusted === null ? {} : { persistedQueries: trusted.persistedQueries }),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      telemetryPlugin(telemetry, logger),
      ...(trusted === null ? [] : [trusted.plugin]),
      limitsPlugin(shape),
      provenancePlugin,
      statusPlugin,
      csvAnswers,
      compiledOperations(schema),
    ],
  });
  await apollo.start();

  telemetry.register(app, { callers, logVariables: config.logVariables });
  drain.register(app);
  sendTogether(app);
  app.setErrorHandler(tellProblems(telemetry));
  await registerAccess(app, config.access);
  await app.register(async (scope) => {
    takeTurns(scope);
    answers.register(scope);
    scope.route({
      url: "/graphql",
      method: ["GET", "POST"],
      onRequest: config.playground ? playground(explorer) : [],
      handler: fastifyApolloHandler(apollo, {
        context: (request, reply) =>
          visits.operation(request, reply).catch((cause: unknown) => {
            const error = refused(cause);
            telemetry.countError(request.record, toldError(error));
            throw error;
          }),
      }),
    });
  });
  registerExports(app, { apollo, schema, visits });
  await registerReconciliation(app, visits);
  registerHealth(app, graph, drain);
  await registerExplorer(app, explorer, files);
  return { app, drain, names };
}

/** Those of the settings and, as the pages would be empty without them, the explorer's own. */
function trustedOperations(
  { trustedOperations: files }: ServerConfig,
  explorer: string,
): ReturnType<typeof onlyTrusted> {
  const own = join(explorer, "operations.json");
  return onlyTrusted(readManifests(existsSync(own) ? [...files, own] : files));
}

/** A caller's own id for a request, where it is one that can stand in a log as it is. */
function idFrom(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\w-]{1,64}$/.test(header) ? header : null;
}
