import { Readable } from "node:stream";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import { type GraphQLFormattedError, type GraphQLSchema, parse } from "graphql";
import { bibtexOf } from "../domain/bibtex.js";
import { cslOf } from "../domain/csl.js";
import type { Source } from "../domain/entity.js";
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
import { ErrorCode, RequestError } from "../graphql/error.js";
import { type ListOperation, listNames, listOperation } from "../graphql/list-operation.js";
import { pageLimit } from "../graphql/page.js";
import { entitiesByIds } from "../knowledge/entity.js";
import { listMeasures, listSources } from "../knowledge/lists.js";
import { allRelated, cells } from "../knowledge/relations.js";
import { type Family, type Subgraph, familyOf, subgraphOf, wholeGraph } from "../knowledge/subgraph.js";
import { createLoaders } from "../loaders/loaders.js";
import type { Visit, Visits } from "./visits.js";

/** What an export of a network or family needs to know beside it. */
interface Setting {
  readonly reader: Reader;
  readonly language: Language;
  /** The address of the service: `https://example.org/`. */
  readonly base: string;
}

type Content = string | AsyncIterable<string>;

interface Format<Of> {
  readonly type: string;
  readonly write: (of: Of, setting: Setting) => Promise<Content>;
}

const networkFormats = new Map<string, Format<Subgraph>>([
  ["gexf", { type: "application/gexf+xml", write: async (network, { language }) => gexf(network, language) }],
  ["graphml", { type: "application/graphml+xml", write: async (network, { language }) => graphml(network, language) }],
  [
    "jsonld",
    {
      type: "application/ld+json",
      write: async (network, { reader, base }) => jsonLd(network, await listSources(reader), base),
    },
  ],
]);

const drawingFormats = new Map<string, Format<Family>>([
  [
    "svg",
    {
      type: "image/svg+xml",
      write: async (family, { reader, language }) => {
        const present = Math.max(...(await listSources(reader)).map(({ year }) => year));
        return lineageSvg(family, language, present);
      },
    },
  ],
  ["mmd", { type: "text/vnd.mermaid", write: async (family, { language }) => mermaid(family, language) }],
  ["dot", { type: "text/vnd.graphviz", write: async (family, { language }) => dot(family, language) }],
]);

const sourceFormats = new Map<string, Format<readonly Source[]>>([
  [
    "bib",
    {
      type: "application/x-bibtex",
      write: async (sources) => sources.map((source) => bibtexOf(source)).join("\n"),
    },
  ],
  [
    "json",
    {
      type: "application/vnd.citationstyles.csl+json",
      write: async (sources) =>
        JSON.stringify(
          sources.map((source) => cslOf(source)),
          null,
          2,
        ),
    },
  ],
]);

interface Service {
  readonly apollo: ApolloServer<Visit>;
  readonly schema: GraphQLSchema;
  readonly visits: Visits;
}

/**
 * Serves the exports under `/export/`: `graph.gexf` of the whole graph, `firm/sensonor.svg` of a family,
 * `table/….jsonstat` of a table, `sources.bib`, and `organizations.csv` of any list of the API (docs/exports.md).
 */
export function registerExports(app: FastifyInstance, { apollo, schema, visits }: Service): void {
  const formats = (of: ReadonlyMap<string, unknown>): string[] => [...of.keys()];
  app.get("/export", async () => ({
    graph: formats(networkFormats).map((format) => `/export/graph.${format}`),
    family: [...formats(networkFormats), ...formats(drawingFormats)].map((format) => `/export/{id}.${format}`),
    table: ["/export/{id}.jsonstat"],
    sources: formats(sourceFormats).map((format) => `/export/sources.${format}`),
    lists: listNames(schema).map((name) => `/export/${name}.csv`),
  }));

  app.get<{ Params: { "*": string }; Querystring: Readonly<Record<string, string>> }>(
    "/export/*",
    async (request, reply) => {
      const path = request.params["*"];
      const end = path.lastIndexOf(".");
      const [name, format] = [path.slice(0, end), path.slice(end + 1)];
      const found =
        format === "csv"
          ? await listAsCsv(apollo, listOperation(schema, name, request.query), () => visits.export(request, reply))
          : await inFormat(name, format, {
              language: languageOf(request.query),
              reader: (await visits.export(request, reply)).reader,
              base: `${request.protocol}://${request.host}/`,
            });
      if (found === null) {
        return reply.code(404).send({ error: `there is nothing at ${request.url}; /export lists what there is` });
      }
      const { type, content } = found;
      return reply
        .type(type.startsWith("text/") ? `${type}; charset=utf-8` : type)
        .header("content-disposition", `attachment; filename="${path.slice(path.lastIndexOf("/") + 1)}"`)
        .send(typeof content === "string" ? content : Readable.from(content));
    },
  );
}

interface Found {
  readonly type: string;
  readonly content: Content;
}

/** The graph, a family, a table or the sources in a format; null where there is no such thing or no such format. */
async function inFormat(name: string, format: string, setting: Setting): Promise<Found | null> {
  const { reader, language } = setting;
  const asNetwork = networkFormats.get(format);
  const asDrawing = drawingFormats.get(format);
  const asSources = sourceFormats.get(format);
  if (name === "graph") return asNetwork === undefined ? null : written(asNetwork, wholeGraph(reader), setting);
  if (name === "sources") {
    return asSources === undefined ? null : written(asSources, await listSources(reader), setting);
  }
  if (kindOf(name) === "TABLE") {
    const table = format === "jsonstat" ? await tableOf(reader, name, language) : null;
    return table === null ? null : { type: "application/json", content: table };
  }
  if (kindOf(name) === null || (asNetwork === undefined && asDrawing === undefined)) return null;
  const family = await familyOf(reader, name);
  if (family === null) return null;
  if (asNetwork !== undefined) return written(asNetwork, subgraphOf(reader, family), setting);
  return asDrawing === undefined ? null : written(asDrawing, family, setting);
}

async function written<Of>({ type, write }: Format<Of>, of: Of, setting: Setting): Promise<Found> {
  return { type, content: await write(of, setting) };
}

async function listAsCsv(
  apollo: ApolloServer<Visit>,
  operation: ListOperation,
  open: () => Promise<Visit>,
): Promise<Found> {
  const pages = csvPages(apollo, operation, await open());
  // What is wrong with the arguments shows on the first page, before anything is sent.
  return { type: "text/csv", content: rest(await pages.next(), pages) };
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
  apollo: ApolloServer<Visit>,
  { query, variables, rows, field, paged }: ListOperation,
  context: Visit,
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
  const table = (await entitiesByIds(reader, [id])).get(id);
  if (table?.kind !== "TABLE") return null;
  const observations = (await allRelated(reader, cells, [table.id])).map(({ item }) => item);
  const ids = observations.flatMap(({ place, sector, organization }) => [place, sector, organization]);
  const asked = [...new Set([table.source, ...ids])].filter((each) => each !== null);
  const nodes = await entitiesByIds(reader, asked);
  const source = nodes.get(table.source);
  if (source?.kind !== "SOURCE")
    throw new Error(`expected a source at ${table.source}; got ${source?.kind ?? "nothing"}`);
  return JSON.stringify(jsonStat({ table, cells: observations, source }, await listMeasures(reader), nodes, language));
}
