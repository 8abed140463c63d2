import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { ErrorCode, toldOf } from "../graphql/error.js";

const statuses: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  BAD_EDTF: 400,
  BAD_CURSOR: 400,
  LIMIT_EXCEEDED: 400,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** Answers what went wrong beside GraphQL with a status and a sentence in JSON, and no more than a caller may know. */
export function tellProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // A request that the server itself refuses, such as one whose body is too large.
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ error: error.message });
  }
  const { code, message } = toldOf(error);
  if (code === ErrorCode.INTERNAL) request.log.error({ err: error }, "a request failed");
  if (code === ErrorCode.UNAVAILABLE) reply.header("retry-after", "1");
  return reply.code(statuses[code]).type("application/json; charset=utf-8").send({ error: message });
}
