import neo4j, { Neo4jError } from "neo4j-driver";
import { GraphError } from "../error.js";

export function toGraphError(error: unknown, what: string): GraphError {
  if (error instanceof GraphError) return error;
  if (!(error instanceof Neo4jError)) {
    return new GraphError("REFUSED", `${what}: the driver refused it`, { retriable: false, cause: error });
  }
  if (/TransactionTimedOut|TransactionTerminated|LockAcquisitionTimeout/.test(error.code)) {
    return new GraphError("TIMEOUT", `${what}: no answer in time`, { retriable: true, cause: error });
  }
  if (
    error.code.startsWith("Neo.ClientError.Security.") ||
    error.code === "Neo.ClientError.Database.DatabaseNotFound"
  ) {
    const message = `${what}: expected a user, password and database that the server knows; got ${error.code}`;
    return new GraphError("UNAVAILABLE", message, { retriable: false, cause: error });
  }
  // `N/A` is the code of an exhausted pool and of broken connections.
  if (/^(ServiceUnavailable|SessionExpired|N\/A)$|DatabaseUnavailable$/.test(error.code)) {
    return new GraphError("UNAVAILABLE", `${what}: the database does not answer`, { retriable: true, cause: error });
  }
  if (neo4j.isRetryableError(error)) {
    return new GraphError("CONFLICT", `${what}: the database asks to try again`, { retriable: true, cause: error });
  }
  return new GraphError("REFUSED", `${what}: the database refused it`, { retriable: false, cause: error });
}
