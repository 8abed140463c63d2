import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { EdtfError } from "../domain/historical-date.js";
import { GraphError } from "../graph/error.js";
import { FilterError } from "../knowledge/organization-filter.js";

/** What a caller may read in `extensions.code`, beside the codes of Apollo Server for what never came to execution. */
export const ErrorCode = {
  /** An argument does not fit; the message says what was expected and what came. */
  BAD_USER_INPUT: "BAD_USER_INPUT",
  /** Text that is not a date or period in EDTF. */
  BAD_EDTF: "BAD_EDTF",
  /** A cursor that is not one of ours, or of another list. */
  BAD_CURSOR: "BAD_CURSOR",
  /** More was asked for than one request may get; the message names the limit. */
  LIMIT_EXCEEDED: "LIMIT_EXCEEDED",
  /** The answer took longer than a request may take. */
  TIMEOUT: "TIMEOUT",
  /** The graph does not answer, or nothing is loaded; the same request may succeed later. */
  UNAVAILABLE: "UNAVAILABLE",
  /** A mistake of ours. The details stand in the service's log. */
  INTERNAL: "INTERNAL",
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** Something wrong with what a caller asked, in words for the caller. */
export class RequestError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "RequestError";
    this.code = code;
  }
}

interface Told {
  readonly code: ErrorCode;
  readonly message: string;
}

/** From what can go wrong to what a caller is told. Whatever is not in it is a mistake of ours, and not shown. */
function told(cause: unknown): Told {
  if (cause instanceof RequestError) return { code: cause.code, message: cause.message };
  if (cause instanceof FilterError) return { code: ErrorCode.BAD_USER_INPUT, message: cause.message };
  if (cause instanceof EdtfError) return { code: ErrorCode.BAD_EDTF, message: cause.message };
  if (cause instanceof GraphError && cause.code === "TIMEOUT") {
    return { code: ErrorCode.TIMEOUT, message: "the answer took longer than a request may take; ask for less at once" };
  }
  if (cause instanceof GraphError && cause.code !== "REFUSED") {
    return { code: ErrorCode.UNAVAILABLE, message: "the graph does not answer at the moment; try again later" };
  }
  return { code: ErrorCode.INTERNAL, message: "something went wrong on our side" };
}

/** What a caller is told of anything that was thrown. */
export function toldOf(error: unknown): Told {
  return told(causeOf(error));
}

/** The error as it leaves the service. Errors of GraphQL itself (syntax, validation) are the caller's and stay. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  if (cause instanceof GraphQLError) return withCodeOfRefusal(formatted);
  const { code, message } = told(cause);
  const { stacktrace, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message, extensions: { ...extensions, code } };
}

/** What is refused by its shape is refused while it is validated, which has a code of its own. */
function withCodeOfRefusal(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { [refusal]: code, ...extensions } = formatted.extensions ?? {};
  return code === undefined ? formatted : { ...formatted, extensions: { ...extensions, code } };
}

/** Where an error of validation has the code that it leaves the service with. */
export const refusal = "refusal";

/** Whether the error is ours, and belongs into the log with its cause. */
export function isOurs(error: unknown): boolean {
  const cause = causeOf(error);
  return !(cause instanceof GraphQLError) && told(cause).code === ErrorCode.INTERNAL;
}

/** What a resolver threw, without what GraphQL wrapped it in. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? causeOf(error.originalError) : error;
}
