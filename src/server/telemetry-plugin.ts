import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError } from "graphql";
import type { Logger } from "pino";
import { formatError, idOf, isOurs } from "../graphql/error.js";
import type { Telemetry, ToldError } from "./telemetry.js";
import type { Visit } from "./visits.js";

/** Records of each operation what the log and the metrics tell of it. */
export function telemetryPlugin(telemetry: Telemetry, logger: Logger): ApolloServerPlugin<Visit> {
  return {
    // What is no operation at all, such as a body without `query`, comes to nobody but this.
    invalidRequestWasReceived: async ({ error }) => {
      if (!("extensions" in error)) return;
      const told = toldError(error as GraphQLError);
      telemetry.countError(null, told);
      logger.info({ errors: [told] }, "a request that is no operation");
    },
    requestDidStart: async ({ request, contextValue: { record } }) => {
      let parsed = false;
      return {
        parsingDidStart: async () => {
          parsed = true;
        },
        didResolveOperation: async ({ operationName }) => {
          telemetry.countDocument(parsed ? "miss" : "hit");
          record.operationName = operationName;
          record.variables = request.variables;
        },
        didEncounterErrors: async ({ errors, operationName }) => {
          for (const error of errors) {
            const told = toldError(error);
            telemetry.countError(record, told);
            if (!isOurs(error)) continue;
            logger.error({ err: error.originalError ?? error, id: told.id, operationName }, "an operation failed");
          }
        },
      };
    },
  };
}

/** The error as it is told, by what the log has of it. */
export function toldError(error: GraphQLError): ToldError {
  const code = formatError(error.toJSON(), error).extensions?.["code"];
  return { id: idOf(error), code: typeof code === "string" ? code : "INTERNAL_SERVER_ERROR" };
}
