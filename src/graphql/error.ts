import { randomBytes } from "node:crypto";
import { HeaderMap } from "@apollo/server";
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
  /** An operation that is none of those which the service is set to take. */
  FORBIDDEN: "FORBIDDEN",
  /** A key that is not known. */
  UNAUTHENTICATED: "UNAUTHENTICATED",
  /** The graph does not answer, nothing is loaded, or too much goes on; the same request may succeed later. */
  UNAVAILABLE: "UNAVAILABLE",
  /** A mistake of ours. The details stand in the service's log. */
  INTERNAL: "INTERNAL",
} as const;
export type ErrorCode = (typeof ErrorCode)[keyof typeof ErrorCode];

/** The status of an answer that is nothing but this error. */
const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  BAD_EDTF: 400,
  BAD_CURSOR: 400,
  LIMIT_EXCEEDED: 400,
  TIMEOUT: 504,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Something that a caller is told in these words. */
export class RequestError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RequestError";
    this.code = code;
  }
}

/** What a caller is told of something that went wrong. */
interface Told {
  readonly code: ErrorCode;
  readonly message: string;
}

/** The same over HTTP, where it is all of an answer. */
interface ToldOverHttp extends Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
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

/** What a caller is told of anything that was thrown before there was an answer. */
export function toldOverHttp(error: unknown): ToldOverHttp {
  const { code, message } = told(causeOf(error));
  return { code, message, status: statuses[code], headers: headersOf(code) };
}

function headersOf(code: ErrorCode): Readonly<Record<string, string>> {
  if (code === ErrorCode.UNAVAILABLE) return { "retry-after": "1" };
  return code === ErrorCode.UNAUTHENTICATED ? { "www-authenticate": "Bearer" } : {};
}

/** For operations that are not executed: Apollo Server takes the status of an answer from the error. */
export function refused(cause: unknown): GraphQLError {
  const { code, message, status, headers } = toldOverHttp(cause);
  return new GraphQLError(message, {
    originalError: cause instanceof Error ? cause : new Error(String(cause)),
    extensions: { code, http: { status, headers: new HeaderMap(Object.entries(headers)) } },
  });
}

/** The error as it leaves the service. Errors of GraphQL itself (syntax, validation) are the caller's and stay. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const { stacktrace, ...extensions } = formatted.extensions ?? {};
  const id = idOf(error);
  if (cause instanceof GraphQLError) {
    // What is refused by its shape is refused while it is validated, which has a code of its own.
    const { [refusal]: code = extensions["code"], ...others } = extensions;
    return { ...formatted, extensions: { ...others, code, id } };
  }
  const { code, message } = told(cause);
  return { ...formatted, message, extensions: { ...extensions, code, id } };
}

const ids = new WeakMap<object, string>();

/** By which an error that a caller was told is found in the log. */
export function idOf(error: unknown): string {
  const key = typeof error === "object" && error !== null ? error : {};
  const id = ids.get(key) ?? randomBytes(8).toString("hex");
  ids.set(key, id);
  return id;
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
