// The limit of what GraphQL can reach without compiling: graphql-js behind node:http, with documents that were parsed
// and validated before, and answers made of objects in memory. `node … bench/graphql-js.ts <file of answers>`.
import type { IncomingMessage } from "node:http";
import { type DocumentNode, type ExecutionResult, execute, parse, validate } from "graphql";
import { serve } from "./bare-server.js";
import { answersByPath, fromAnswer, plainSchema } from "./from-memory.js";

interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const schema = plainSchema();
const answerOf = answersByPath(process.argv[2]);
const documents = new Map<string, DocumentNode>();

serve((request, response) => {
  whenRead(request, (text) => {
    const { query, variables } = JSON.parse(text) as Sent;
    const answer = answerOf(request.url);
    const { data, errors } = execute({
      schema,
      document: documentOf(query),
      variableValues: variables,
      contextValue: answer,
      fieldResolver: fromAnswer,
    }) as ExecutionResult;
    const body = `${JSON.stringify({ errors, data })}\n`;
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  });
});

function whenRead(request: IncomingMessage, done: (text: string) => void): void {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (chunk: string) => (text += chunk));
  request.once("end", () => {
    done(text);
  });
}

function documentOf(query: string): DocumentNode {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error !== undefined) throw error;
  documents.set(query, document);
  return document;
}
