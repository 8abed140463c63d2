import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { ErrorCode, idOf, toldOverHttp } from "../graphql/error.js";
import type { Telemetry } from "./telemetry.js";

/** Answers what went wrong beside GraphQL in JSON, with no more than a caller may know and an id that the log has. */
export function tellProblems(telemetry: Telemetry) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const id = idOf(error);
    const { code, message, status, headers } = ofServer(error) ?? toldOverHttp(error);
    telemetry.countError(request.record, { id, code });
    if (code === ErrorCode.INTERNAL) request.log.error({ err: error, id }, "a request failed");
    reply.code(status).headers(headers).type("application/json; charset=utf-8");
    // Clients of GraphQL look for errors in the answer's own form.
    const isGraphQL = request.routeOptions.url === "/graphql";
    return reply.send(isGraphQL ? { errors: [{ message, extensions: { code, id } }] } : { error: message, code, id });
  };
}

/** A request that the server itself refuses, such as one whose body is too large; null where it is something else. */
function ofServer({ statusCode: status = 500, message }: FastifyError) {
  return status < 500 ? { code: "BAD_REQUEST", message, status, headers: {} } : null;
}
