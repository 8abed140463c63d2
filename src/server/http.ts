import { join } from "node:path";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { bundledFolder } from "../dataset/source.js";
import type { Graph, Reader } from "../graph/graph.js";
import type { Context } from "../graphql/context.js";
import { ErrorCode, formatError, isOurs } from "../graphql/error.js";
import { provenancePlugin } from "../graphql/provenance.js";
import { buildOpphavSchema } from "../graphql/schema.js";
import { GraphError } from "../graph/error.js";
import { Names } from "../knowledge/names.js";
import { createLoaders } from "../loaders/loaders.js";
import { projectRoot } from "../project-root.js";
import { csvAnswers, stringifyAnswer } from "./csv-answers.js";
import { registerExplorer } from "./explorer.js";
import { registerExports } from "./exports.js";
import { registerHealth } from "./health.js";
import { registerReconciliation } from "./reconciliation.js";
import { limitRules, parseOptions } from "./limits.js";
import { tellProblem } from "./problem.js";
import { playground } from "./playground.js";

/** `files` is the folder of the dataset, for readers who follow a citation to the line that states a fact. */
export async function createHttpServer(
  graph: Graph,
  logger: Logger,
  files: string = bundledFolder,
): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger;
  const logController = new LogController({ disableRequestLogging: true });
  const app = fastify({ loggerInstance, logController, bodyLimit: 256 * 1024 });
  const names = new Names();
  const readers = new WeakMap<FastifyRequest, Reader>();

  const schema = await buildOpphavSchema();
  const apollo = new ApolloServer<Context>({
    schema,
    stringifyResult: stringifyAnswer,
    parseOptions,
    validationRules: [...limitRules],
    formatError,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The composition root ends the process, when what has begun is answered.
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
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

  // The reader is released when the response has left, however it ended.
  app.addHook("onResponse", (request, _reply, done) => {
    readers.get(request)?.release();
    done();
  });
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const reader = await openFor(graph);
    readers.set(request, reader);
    return { reader, loaders: createLoaders(reader), names };
  };
  const explorer = join(projectRoot, "build/explorer");
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    onRequest: playground(explorer),
    handler: fastifyApolloHandler(apollo, { context: contextOf }),
  });
  await app.register(async (scope) => {
    scope.setErrorHandler(tellProblem);
    registerExports(scope, { apollo, schema, contextOf });
    await registerReconciliation(scope, contextOf);
  });
  registerHealth(app, graph);
  await registerExplorer(app, explorer, files);
  return app;
}

async function openFor(graph: Graph): Promise<Reader> {
  try {
    return await graph.open();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new GraphQLError("the graph does not answer at the moment; try again later", {
      originalError: error,
      extensions: {
        code: ErrorCode.UNAVAILABLE,
        http: { status: 503, headers: new HeaderMap([["retry-after", "1"]]) },
      },
    });
  }
}
