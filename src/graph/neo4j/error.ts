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
  if (/\.Transaction\.InvalidBookmark/.test(error.code)) {
    const message = `${what}: the database is another one than before`;
    return new GraphError("UNAVAILABLE", message, { retriable: true, cause: error });
  }
  // `N/A` is the code of an exhausted pool and of broken connections; `ProtocolError` that of some which broke early.
  if (/^(ServiceUnavailable|SessionExpired|ProtocolError|N\/A)$|DatabaseUnavailable$/.test(error.code)) {
    return new GraphError("UNAVAILABLE", `${what}: the database does not answer`, { retriable: true, cause: error });
  }
  if (neo4j.isRetryableError(error)) {
    return new GraphError("CONFLICT", `${what}: the database asks to try again`, { retriable: true, cause: error });
  }
  return new GraphError("REFUSED", `${what}: the database refused it`, { retriable: false, cause: error });
}

/** Whether the server did not let us in; each further attempt may shut out others who come by the same name. */
export function isRefusedLogin({ cause }: GraphError): boolean {
  return (
    cause instanceof Neo4jError &&
    /\.Security\.(Unauthorized|AuthenticationRateLimit|CredentialsExpired)$/.test(cause.code)
  );
}

/** Whether the database does not know, or not yet, what was read from it before. */
export function isUnmetBookmark({ cause }: GraphError): boolean {
  return cause instanceof Neo4jError && /\.Transaction\.(InvalidBookmark|BookmarkTimeout)/.test(cause.code);
}
