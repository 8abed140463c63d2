import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { bundledFolder } from "../dataset/source.js";
import type { ServerConfig } from "../config.js";
import type { Graph } from "../graph/graph.js";
import type { Context } from "../graphql/context.js";
import { formatError, isOurs, refused } from "../graphql/error.js";
import { limitsPlugin, shapeRules } from "../graphql/limits.js";
import { provenancePlugin } from "../graphql/provenance.js";
import { buildOpphavSchema } from "../graphql/schema.js";
import { projectRoot } from "../project-root.js";
import { csvAnswers, stringifyAnswer } from "./csv-answers.js";
import { registerExplorer } from "./explorer.js";
import { registerExports } from "./exports.js";
import { registerHealth } from "./health.js";
import { registerReconciliation } from "./reconciliation.js";
import { tellProblem } from "./problem.js";
import { playground } from "./playground.js";
import { Visits } from "./visits.js";

/** `files` is the folder of the dataset, for readers who follow a citation to the line that states a fact. */
export async function createHttpServer(
  graph: Graph,
  logger: Logger,
  { shape, visits: visitLimits, connections, apiKeys, ...shown }: ServerConfig,
  files: string = bundledFolder,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const logController = new LogController({ disableRequestLogging: true });
  const app = fastify({
    loggerInstance,
    logController,
    bodyLimit: connections.body,
    requestTimeout: connections.requestTimeout,
    // Those that are late are looked for this often.
    http: { headersTimeout: connections.headersTimeout, connectionsCheckingInterval: 1_000 },
  });
  app.server.maxConnections = connections.count;
  const visits = new Visits(graph, visitLimits, apiKeys);

  const schema = await buildOpphavSchema();
  const apollo = new ApolloServer<Context>({
    schema,
    stringifyResult: stringifyAnswer,
    parseOptions: { maxLexicalTokens: shape.tokens },
    validationRules: shapeRules(shape),
    formatError,
    introspection: shown.introspection,
    includeStacktraceInErrorResponses: false,
    // The composition root ends the process, when what has begun is answered.
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      limitsPlugin(shape),
      provenancePlugin,
      csvAnswers,
      {
        requestDidStart: async () => ({
          didEncounterErrors: async ({ errors, operationName }) => {
            for (const error of errors) {
              if (isOurs(error))
                logger.error({ err: error.originalError ?? error, operationName }, "an operation failed");
            }
          },
        }),
      },
    ],
  });
  await apollo.start();

  const explorer = join(projectRoot, "build/explorer");
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    onRequest: shown.playground ? playground(explorer) : [],
    handler: fastifyApolloHandler(apollo, {
      context: (request, reply) =>
        visits.operation(request, reply).catch((error: unknown) => {
          throw refused(error);
        }),
    }),
  });
  await app.register(async (scope) => {
    scope.setErrorHandler(tellProblem);
    registerExports(scope, { apollo, schema, visits });
    await registerReconciliation(scope, visits);
  });
  registerHealth(app, graph);
  await registerExplorer(app, explorer, files);
  return app;
}
