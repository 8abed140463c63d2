import { Readable } from "node:stream";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type GraphQLFormattedError, type GraphQLSchema, parse } from "graphql";
import { bibtexOf } from "../domain/bibtex.js";
import { cslOf } from "../domain/csl.js";
import type { Entity, Source, Table } from "../domain/entity.js";
import { kindOf } from "../domain/id.js";
import { Language } from "../domain/language.js";
import { csvOf } from "../export/csv.js";
import { dot } from "../export/dot.js";
import { gexf } from "../export/gexf.js";
import { graphml } from "../export/graphml.js";
import { jsonLd } from "../export/json-ld.js";
import { jsonStat } from "../export/json-stat.js";
import { lineageSvg } from "../export/lineage-svg.js";
import { mermaid } from "../export/mermaid.js";
import type { Reader } from "../graph/graph.js";
import type { Context } from "../graphql/context.js";
import { ErrorCode, RequestError } from "../graphql/error.js";
import { type ListOperation, listNames, listOperation } from "../graphql/list-operation.js";
import { pageLimit } from "../graphql/page.js";
import { entitiesByIds } from "../knowledge/entity.js";
import { listMeasures, listSources } from "../knowledge/lists.js";
import { cells } from "../knowledge/relations.js";
import { type Family, type Subgraph, familyOf, subgraphOf, wholeGraph } from "../knowledge/subgraph.js";
import { createLoaders } from "../loaders/loaders.js";

/** What an export of a network or family needs to know beside it. */
interface Setting {
  readonly reader: Reader;
  readonly language: Language;
  /** The address of the service: `https://example.org/`. */
  readonly base: string;
}

type Content = string | AsyncIterable<string>;

const networkFormats: Readonly<
  Record<string, { readonly type: string; readonly write: (network: Subgraph, setting: Setting) => Promise<Content> }>
> = {
  gexf: { type: "application/gexf+xml", write: async (network, { language }) => gexf(network, language) },
  graphml: { type: "application/graphml+xml", write: async (network, { language }) => graphml(network, language) },
  jsonld: {
    type: "application/ld+json",
    write: async (network, { reader, base }) => jsonLd(network, await listSources(reader), base),
  },
};

const drawingFormats: Readonly<
  Record<string, { readonly type: string; readonly write: (family: Family, setting: Setting) => Promise<Content> }>
> = {
  svg: {
    type: "image/svg+xml",
    write: async (family, { reader, language }) => {
      const present = Math.max(...(await listSources(reader)).map(({ year }) => year));
      return lineageSvg(family, language, present);
    },
  },
  mmd: { type: "text/vnd.mermaid", write: async (family, { language }) => mermaid(family, language) },
  dot: { type: "text/vnd.graphviz", write: async (family, { language }) => dot(family, language) },
};

const sourceFormats: Readonly<
  Record<string, { readonly type: string; readonly write: (of: readonly Source[]) => string }>
> = {
  bib: { type: "application/x-bibtex", write: (sources) => sources.map((source) => bibtexOf(source)).join("\n") },
  json: {
    type: "application/vnd.citationstyles.csl+json",
    write: (sources) =>
      JSON.stringify(
        sources.map((source) => cslOf(source)),
        null,
        2,
      ),
  },
};

interface Service {
  readonly apollo: ApolloServer<Context>;
  readonly schema: GraphQLSchema;
  /** What the resolvers of a request share; its reader is released when the response has left. */
  readonly contextOf: (request: FastifyRequest) => Promise<Context>;
}

/**
 * Serves the exports under `/export/`: `graph.gexf` of the whole graph, `firm/sensonor.svg` of a family,
 * `table/….jsonstat` of a table, `sources.bib`, and `organizations.csv` of any list of the API (docs/exports.md).
 */
export function registerExports(app: FastifyInstance, { apollo, schema, contextOf }: Service): void {
  app.get("/export", async () => ({
    graph: Object.keys(networkFormats).map((format) => `/export/graph.${format}`),
    family: [...Object.keys(networkFormats), ...Object.keys(drawingFormats)].map((format) => `/export/{id}.${format}`),
    table: ["/export/{id}.jsonstat"],
    sources: Object.keys(sourceFormats).map((format) => `/export/sources.${format}`),
    lists: listNames(schema).map((name) => `/export/${name}.csv`),
  }));

  app.get<{ Params: { "*": string }; Querystring: Readonly<Record<string, string>> }>(
    "/export/*",
    async (request, reply) => {
      const path = request.params["*"];
      const [name, format] = [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)];
      const send = (type: string, content: Content): FastifyReply =>
        reply
          .type(type.startsWith("text/") ? `${type}; charset=utf-8` : type)
          .header("content-disposition", `attachment; filename="${path.slice(path.lastIndexOf("/") + 1)}"`)
          .send(typeof content === "string" ? content : Readable.from(content));

      const { [format]: asNetwork } = networkFormats;
      const { [format]: asDrawing } = drawingFormats;
      const { [format]: asSources } = sourceFormats;
      const kind = kindOf(name);
      if (format === "csv") {
        const operation = listOperation(schema, name, request.query);
        const context = await contextOf(request);
        const pages = csvPages(apollo, operation, context);
        // What is wrong with the arguments shows on the first page, before anything is sent.
        const first = await pages.next();
        return await send("text/csv", rest(first, pages));
      }
      const language = languageOf(request.query);
      const { reader } = await contextOf(request);
      const setting = { reader, language, base: `${request.protocol}://${request.host}/` };
      if (name === "graph" && asNetwork !== undefined) {
        return await send(asNetwork.type, await asNetwork.write(wholeGraph(reader), setting));
      }
      if (name === "sources" && asSources !== undefined) {
        return await send(asSources.type, asSources.write(await listSources(reader)));
      }
      if (kind === "TABLE" && format === "jsonstat") {
        const table = await tableOf(reader, name, language);
        if (table !== null) return await send("application/json", table);
      } else if (kind !== null && (asNetwork !== undefined || asDrawing !== undefined)) {
        const family = await familyOf(reader, name);
        if (family !== null && asNetwork !== undefined) {
          return await send(asNetwork.type, await asNetwork.write(subgraphOf(reader, family), setting));
        }
        if (family !== null && asDrawing !== undefined) {
          return await send(asDrawing.type, await asDrawing.write(family, setting));
        }
      }

      return reply.code(404).send({ error: `there is nothing at ${request.url}; /export lists what there is` });
    },
  );
}

/** The code of an error of an operation; those of GraphQL itself are of arguments that do not fit. */
function codeOf({ extensions }: GraphQLFormattedError): ErrorCode {
  const code = extensions?.["code"];
  return Object.values(ErrorCode).find((each) => each === code) ?? ErrorCode.BAD_USER_INPUT;
}

function languageOf({ language = Language.EN }: Readonly<Record<string, string>>): Language {
  if (language === Language.EN || language === Language.NB) return language;
  throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected language EN or NB; got ${JSON.stringify(language)}`);
}

/** The pages of a list in CSV, one after the other. */
async function* csvPages(
  apollo: ApolloServer<Context>,
  { query, variables, rows, field, paged }: ListOperation,
  context: Context,
): AsyncGenerator<string> {
  const document = parse(rows);
  let after: string | null = null;
  for (let headed = true; ; headed = false) {
    const { body } = await apollo.executeOperation(
      { query, variables: { ...variables, ...(paged ? { first: pageLimit, after } : {}) } },
      // Loaders remember what they loaded: each page has its own.
      { contextValue: { ...context, loaders: createLoaders(context.reader) } },
    );
    if (body.kind !== "single") throw new Error(`expected one result; got ${body.kind}`);
    const { data, errors } = body.singleResult;
    const [error] = errors ?? [];
    if (error !== undefined) throw new RequestError(codeOf(error), error.message);
    const list = data?.[field] as { pageInfo?: { hasNextPage: boolean; endCursor: string }; nodes?: unknown } | null;
    yield csvOf(document, null, paged ? { [field]: { nodes: list?.nodes } } : data, headed);
    if (list?.pageInfo?.hasNextPage !== true) return;
    after = list.pageInfo.endCursor;
  }
}

async function* rest(first: IteratorResult<string>, pages: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* pages;
}

async function tableOf(reader: Reader, id: string, language: Language): Promise<string | null> {
  const [found] = await entitiesByIds(reader, [id]);
  if (found?.entity.kind !== "TABLE") return null;
  const table: Table = found.entity;
  const observations = (await cells(reader, [table.id])).map(({ item }) => item);
  const ids = observations.flatMap(({ place, sector, organization }) => [place, sector, organization]);
  const asked = [...new Set([table.source, ...ids])].filter((each) => each !== null);
  const nodes = new Map<string, Entity>(
    (await entitiesByIds(reader, asked)).map(({ asked: each, entity }) => [each, entity]),
  );
  const source = nodes.get(table.source);
  if (source?.kind !== "SOURCE")
    throw new Error(`expected a source at ${table.source}; got ${source?.kind ?? "nothing"}`);
  return JSON.stringify(jsonStat({ table, cells: observations, source }, await listMeasures(reader), nodes, language));
}
