import type { ApolloServerPlugin } from "@apollo/server";
import type { FormattedExecutionResult } from "graphql";
import { csvOf } from "../export/csv.js";
import type { Context } from "../graphql/context.js";
import { prefersCsv } from "./media-type.js";

/** Stands in an answer for its data, when it is sent as CSV. */
class Csv {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Answers operations in CSV where a request prefers `text/csv` to JSON. What has errors is answered in JSON, as CSV has
 * no place for them: with status 400, unless it has another.
 */
export const csvAnswers: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ request }) => {
    if (!prefersCsv(request.http?.headers.get("accept"))) return;
    return {
      willSendResponse: async ({ document, operationName, response: { body, http } }) => {
        if (body.kind !== "single") return;
        const { data, errors } = body.singleResult;
        if (document === undefined || data == null || errors !== undefined) {
          http.headers.set("content-type", "application/json; charset=utf-8");
          http.status ??= 400;
          return;
        }
        http.headers.set("content-type", "text/csv; charset=utf-8; header=present");
        body.singleResult = { data: new Csv(csvOf(document, operationName ?? null, data)) as unknown as typeof data };
      },
    };
  },
};

/** An answer as it is sent. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  return answer.data instanceof Csv ? answer.data.text : `${JSON.stringify(answer)}\n`;
}
