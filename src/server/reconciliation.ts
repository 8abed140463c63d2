import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Entity } from "../domain/entity.js";
import { kindOf } from "../domain/id.js";
import { labelOf } from "../domain/label.js";
import { Language, inLanguage } from "../domain/language.js";
import { NodeKind } from "../domain/vocabulary.js";
import { escaped } from "../export/xml.js";
import type { Context } from "../graphql/context.js";
import { ErrorCode, RequestError } from "../graphql/error.js";
import { pageLimit } from "../graphql/page.js";
import { isValue, properties, valuesOf } from "./reconciliation-properties.js";
import type { Visits } from "./visits.js";

/** What names can be reconciled with: the id of each type is that of its kind in lower case. */
const types: Readonly<Record<string, { readonly kind: NodeKind; readonly name: string }>> = {
  firm: { kind: NodeKind.FIRM, name: "Firm" },
  institution: { kind: NodeKind.INSTITUTION, name: "Institution" },
  unit: { kind: NodeKind.UNIT, name: "Unit of an organization" },
  group: { kind: NodeKind.GROUP, name: "Group of organizations or people" },
  person: { kind: NodeKind.PERSON, name: "Person" },
  town: { kind: NodeKind.TOWN, name: "Town" },
  place: { kind: NodeKind.PLACE, name: "Place" },
  sector: { kind: NodeKind.SECTOR, name: "Sector" },
};
const everyKind = Object.values(types).map(({ kind }) => kind);

const given = z.union([z.string(), z.number(), z.boolean(), z.object({ id: z.string() })]);
const queries = z.record(
  z.string(),
  z.object({
    query: z.string().default(""),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    limit: z.number().optional(),
    properties: z.array(z.object({ pid: z.string(), v: z.union([given, z.array(given)]) })).default([]),
    type_strict: z.enum(["any", "should", "all"]).optional(),
  }),
);
type Query = z.output<typeof queries>[string];

const extension = z.object({ ids: z.array(z.string()), properties: z.array(z.object({ id: z.string() })) });

/** Similarity from which a name is taken for the same, where no other comes near. */
const certain = 0.95;
/** How much of a score the name makes up; the rest is shared by the properties given. */
const weightOfName = 0.7;

/**
 * Matches names of a table to nodes of the graph, as OpenRefine and others ask for it, by the Reconciliation Service API
 * 0.2 of the W3C's community group (https://reconciliation-api.github.io/specs/0.2/): queries with properties, types,
 * suggestions, previews, and columns added from the graph.
 */
export async function registerReconciliation(app: FastifyInstance, visits: Visits): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(formbody);
    // Pages of other hosts may ask, as the specification has it.
    scope.addHook("onRequest", async (_request, reply) => {
      reply.header("access-control-allow-origin", "*");
    });

    scope.route<{ Querystring: Asked; Body: Asked | null }>({
      url: "/reconcile",
      method: ["GET", "POST"],
      handler: async (request, reply) => {
        const asked = { ...request.query, ...request.body };
        if (asked.queries !== undefined) {
          const read = parsed("queries", queries, asked.queries);
          atMost("queries", Object.keys(read).length);
          const context = await visits.operation(request, reply);
          const results = await Promise.all(
            Object.entries(read).map(
              async ([key, query]) => [key, { result: await candidates(query, context) }] as const,
            ),
          );
          return Object.fromEntries(results);
        }
        if (asked.extend !== undefined) {
          const read = parsed("extend", extension, asked.extend);
          atMost("ids", read.ids.length);
          return extended(read, await visits.operation(request, reply));
        }
        return manifest(`${request.protocol}://${request.host}`);
      },
    });

    scope.get<{ Querystring: { prefix?: string } }>("/reconcile/suggest/entity", async (request, reply) => {
      const { names, reader, loaders } = await visits.operation(request, reply);
      const hits = (await names.find(reader, request.query.prefix ?? "", everyKind)).slice(0, 10);
      const nodes = await loaders.entity.loadMany(hits.map(({ id }) => id));
      return {
        result: nodes.flatMap((node) => (node === null ? [] : [{ ...described(node), notable: typesOf(node) }])),
      };
    });
    scope.get<{ Querystring: { prefix?: string } }>(
      "/reconcile/suggest/property",
      async ({ query: { prefix = "" } }) => ({
        result: Object.entries(properties)
          .filter(([id, { name }]) => `${id} ${name}`.includes(prefix.toLowerCase()))
          .map(([id, { name, description }]) => ({ id, name, description })),
      }),
    );
    scope.get<{ Querystring: { prefix?: string } }>("/reconcile/suggest/type", async ({ query: { prefix = "" } }) => ({
      result: Object.entries(types)
        .filter(([id, { name }]) => `${id} ${name}`.toLowerCase().includes(prefix.toLowerCase()))
        .map(([id, { name }]) => ({ id, name })),
    }));
    scope.get<{ Querystring: { type?: string } }>("/reconcile/properties", async ({ query: { type = "firm" } }) => ({
      type,
      properties: ["firm", "institution", "unit", "group"].includes(type)
        ? Object.entries(properties).map(([id, { name }]) => ({ id, name }))
        : [],
    }));
    scope.get<{ Querystring: { id?: string } }>("/reconcile/preview", async (request, reply) => {
      const { loaders } = await visits.operation(request, reply);
      const node = await loaders.entity.load(request.query.id ?? "");
      reply.type("text/html; charset=utf-8").header("content-security-policy", "default-src 'none'");
      return node === null ? reply.code(404).send("<p>There is nothing of this id.") : preview(node);
    });
  });
}

interface Asked {
  readonly queries?: string;
  readonly extend?: string;
}

function parsed<Form>(name: string, form: z.ZodType<Form>, text: string): Form {
  try {
    return form.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected ${name} as the API of version 0.2 has them: ${why}`);
  }
}

function atMost(what: string, count: number): void {
  if (count > pageLimit) {
    throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected at most ${pageLimit} ${what} at once; got ${count}`);
  }
}

function manifest(address: string): object {
  const suggest = (what: string) => ({ service_url: address, service_path: `/reconcile/suggest/${what}` });
  return {
    versions: ["0.2"],
    name: "Opphav: industrial lineage",
    identifierSpace: `${address}/`,
    schemaSpace: `${address}/ns#`,
    defaultTypes: Object.entries(types).map(([id, { name }]) => ({ id, name })),
    view: { url: `${address}/{{id}}` },
    preview: { url: `${address}/reconcile/preview?id={{id}}`, width: 420, height: 220 },
    suggest: { entity: suggest("entity"), property: suggest("property"), type: suggest("type") },
    extend: {
      propose_properties: { service_url: address, service_path: "/reconcile/properties" },
      property_settings: [],
    },
  };
}

async function candidates(
  { query, type, limit = 10, properties: conditions }: Query,
  { names, reader, loaders }: Context,
): Promise<object[]> {
  const asked = [type ?? []].flat();
  const kinds = asked.flatMap((id) => types[id]?.kind ?? []);
  // A type that is not ours has no candidates; without one, all kinds have.
  const among = asked.length === 0 ? everyKind : kinds;
  const exact = kindOf(query.trim()) === null ? null : await loaders.entity.load(query.trim());
  const hits = exact === null ? await names.find(reader, query, among) : [{ id: exact.id, kind: exact.kind, score: 1 }];
  const nodes = await loaders.entity.loadMany(hits.slice(0, pageLimit).map(({ id }) => id));
  const scored = await Promise.all(
    nodes.map(async (node, index) => {
      if (node === null) return [];
      const likeness = hits[index]?.score ?? 0;
      const fulfilled = await Promise.all(
        conditions.map(async ({ pid, v }) => {
          const wanted = [v].flat().map((each) => (typeof each === "object" ? each.id : String(each)));
          const values = await valuesOf(pid, node, loaders);
          return { pid, holds: wanted.some((each) => values.some((value) => isValue(value, each))) };
        }),
      );
      const share = fulfilled.length === 0 ? 1 : fulfilled.filter(({ holds }) => holds).length / fulfilled.length;
      const score = fulfilled.length === 0 ? likeness : likeness * (weightOfName + (1 - weightOfName) * share);
      return [{ node, likeness, score, fulfilled }];
    }),
  );
  const ranked = scored.flat().toSorted((a, b) => b.score - a.score || (a.node.id < b.node.id ? -1 : 1));
  const [best, second] = ranked;
  return ranked.slice(0, Math.max(0, limit)).map((each) => ({
    ...described(each.node),
    type: typesOf(each.node),
    score: Math.round(each.score * 1000) / 10,
    match: each === best && best.score >= certain && (second === undefined || second.score < certain),
    features: [
      { id: "name", value: each.likeness },
      ...each.fulfilled.map(({ pid, holds }) => ({ id: pid, value: holds })),
    ],
  }));
}

async function extended({ ids, properties: asked }: z.output<typeof extension>, { loaders }: Context): Promise<object> {
  const rows = await Promise.all(
    ids.map(async (id) => {
      const node = await loaders.entity.load(id);
      const cells = await Promise.all(
        asked.map(async (property) => [property.id, await valuesOf(property.id, node, loaders)] as const),
      );
      return [id, Object.fromEntries(cells)] as const;
    }),
  );
  return {
    meta: asked.map(({ id }) => ({ id, name: properties[id]?.name ?? id })),
    rows: Object.fromEntries(rows),
  };
}

function described(node: Entity): { readonly id: string; readonly name: string; readonly description?: string } {
  const description = "summary" in node ? inLanguage(node.summary, Language.EN) : null;
  return { id: node.id, name: labelOf(node, Language.EN), ...(description === null ? {} : { description }) };
}

function typesOf({ kind }: Entity): object[] {
  return Object.entries(types)
    .filter(([, each]) => each.kind === kind)
    .map(([id, { name }]) => ({ id, name }));
}

function preview(node: Entity): string {
  const { id, name, description = "" } = described(node);
  const existence = "existence" in node && node.existence.edtf !== "/" ? node.existence.edtf : "";
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(name)}</title>
<h1>${escaped(name)}</h1><p>${escaped([id, existence].join(" ").trim())}</p><p>${escaped(description)}</p></html>`;
}
