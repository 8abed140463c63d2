import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { ErrorCode, toldOverHttp } from "../graphql/error.js";

/** Answers what went wrong beside GraphQL with a status and a sentence in JSON, and no more than a caller may know. */
export function tellProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // A request that the server itself refuses, such as one whose body is too large.
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return reply.code(error.statusCode).send({ error: error.message });
  }
  const { code, message, status, headers } = toldOverHttp(error);
  if (code === ErrorCode.INTERNAL) request.log.error({ err: error }, "a request failed");
  return reply.code(status).headers(headers).type("application/json; charset=utf-8").send({ error: message });
}
