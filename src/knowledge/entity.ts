import type { Activity, Category, Claim, Entity, Observation, Section } from "../domain/entity.js";
import type { DatedName, Organization } from "../domain/organization.js";
import { boundsOf, parseInterval, parsePeriod } from "../domain/period.js";
import type { NodeKind } from "../domain/vocabulary.js";
import type { Question, Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import {
  type Properties,
  bounds,
  citations,
  fact,
  happening,
  localized,
  localizedLists,
  numberOf,
  numberOrNull,
  parseCitation,
  items,
  record,
  text,
  textOrNull,
  texts,
  truthOf,
} from "./properties.js";

/** The node of an id, the id of another one to which it redirects, or null where there is nothing. */
const byId: Question<Entity | string | null> = {
  statement: statement("entity/by-ids"),
  make: ([row]) => {
    if (row === undefined) return null;
    const entity = record(row, "record");
    return textOrNull(entity, "redirectsTo") ?? entityOf(entity);
  },
};

/** The nodes of ids, under the ids that were asked for: a node has another one where that redirects to it. */
export async function entitiesByIds(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Entity>> {
  const found = await reader.ask(byId, ids);
  const successors = [...found.values()].filter((each) => typeof each === "string");
  // Redirects lead to nodes, and never to another redirect (src/dataset/rules/redirects-lead-on.ts).
  const led =
    successors.length === 0 ? new Map<string, Entity>() : await entitiesByIds(reader, [...new Set(successors)]);
  const entities = new Map<string, Entity>();
  for (const [id, each] of found) {
    const entity = typeof each === "string" ? led.get(each) : each;
    if (entity != null) entities.set(id, entity);
  }
  return entities;
}

export function entityOf(row: Properties): Entity {
  return readers[text(row, "kind") as NodeKind](row);
}

const readers: { readonly [Kind in NodeKind]: (row: Properties) => Entity } = {
  FIRM: organizationOf,
  INSTITUTION: organizationOf,
  UNIT: organizationOf,
  GROUP: organizationOf,
  TOWN: placeOf,
  PLACE: placeOf,
  PERSON: (row) => ({
    kind: "PERSON",
    id: text(row, "id"),
    name: text(row, "name"),
    aliases: texts(row, "aliases"),
    ...fact(row),
  }),
  SECTOR: (row) => ({
    kind: "SECTOR",
    id: text(row, "id"),
    name: localized(row, "name"),
    within: textOrNull(row, "within"),
    parts: texts(row, "parts"),
    activities: items<StoredCitations & Activity>(row, "activities").map((activity) => ({
      ...activity,
      technologyIntensity: activity.technologyIntensity ?? null,
      citations: activity.citations.map(parseCitation),
    })),
    ...fact(row),
  }),
  PHASE: (row) => ({
    kind: "PHASE",
    id: text(row, "id"),
    division: localized(row, "division"),
    ordinal: numberOrNull(row, "ordinal"),
    within: textOrNull(row, "within"),
    name: localized(row, "name"),
    towns: texts(row, "towns"),
    period: parsePeriod(text(row, "period")),
    drivers: localizedLists(row, "drivers"),
    summary: localized(row, "summary"),
    ...fact(row),
  }),
  EVENT: (row) => ({
    kind: "EVENT",
    id: text(row, "id"),
    eventKind: text(row, "eventKind") as never,
    title: localized(row, "title"),
    summary: localized(row, "summary"),
    towns: texts(row, "towns"),
    ...happening(row),
  }),
  TABLE: (row) => ({
    kind: "TABLE",
    id: text(row, "id"),
    source: text(row, "source"),
    number: text(row, "number"),
    title: localized(row, "title"),
    definition: localized(row, "definition"),
    breaks: localizedLists(row, "breaks"),
    ...fact(row),
  }),
  OBSERVATION: observationOf,
  CONTRADICTION: (row) => ({
    kind: "CONTRADICTION",
    id: text(row, "id"),
    about: texts(row, "about"),
    explanation: localized(row, "explanation"),
    citations: citations(row),
  }),
  SOURCE: (row) => ({
    kind: "SOURCE",
    id: text(row, "id"),
    title: text(row, "title"),
    authors: texts(row, "authors"),
    year: numberOf(row, "year"),
    publisher: textOrNull(row, "publisher"),
    series: textOrNull(row, "series"),
    number: textOrNull(row, "number"),
    sections: items<Section>(row, "sections").map((section) => ({
      ...section,
      pageFrom: section.pageFrom ?? null,
      pageTo: section.pageTo ?? null,
    })),
  }),
};

interface StoredCitations {
  readonly citations: readonly never[];
}

interface StoredName extends Omit<DatedName, "period" | "observed" | "citations"> {
  readonly period?: string;
  readonly observed: readonly string[];
  /** Left out where they are the organization's. */
  readonly citations?: readonly string[];
}

export function organizationOf(row: Properties): Organization {
  const stateCompany = textOrNull(row, "stateCompany");
  const known = fact(row);
  const existed = bounds(row);
  return {
    kind: text(row, "kind") as Organization["kind"],
    id: text(row, "id"),
    names: items<StoredName>(row, "names").map((name) => ({
      name: name.name,
      language: name.language,
      period: name.period === undefined ? null : parsePeriod(name.period),
      observed: name.observed.map(parseInterval),
      certainty: name.certainty,
      citations: name.citations?.map(parseCitation) ?? known.citations,
    })),
    aliases: texts(row, "aliases"),
    summary: localized(row, "summary"),
    existence: { ...parsePeriod(text(row, "existence")), bounds: existed },
    bounds: existed,
    town: textOrNull(row, "town"),
    country: textOrNull(row, "country"),
    sector: textOrNull(row, "sector"),
    products: localizedLists(row, "products"),
    firmKind: textOrNull(row, "firmKind") as Organization["firmKind"],
    institutionKind: textOrNull(row, "institutionKind") as Organization["institutionKind"],
    stateCompany: stateCompany === null ? null : boundsOf(parsePeriod(stateCompany)),
    description: localized(row, "description"),
    size: numberOrNull(row, "size"),
    members: texts(row, "members"),
    ...known,
  };
}

function placeOf(row: Properties): Entity {
  return {
    kind: text(row, "kind") as "PLACE" | "TOWN",
    id: text(row, "id"),
    placeKind: text(row, "placeKind") as never,
    name: localized(row, "name"),
    aliases: texts(row, "aliases"),
    within: textOrNull(row, "within"),
    parts: texts(row, "parts"),
    summary: localized(row, "summary"),
    ...fact(row),
  };
}

function observationOf(row: Properties): Observation {
  return {
    kind: "OBSERVATION",
    id: text(row, "id"),
    measure: text(row, "measure"),
    unit: text(row, "unit"),
    workforce: truthOf(row, "workforce"),
    table: textOrNull(row, "table"),
    row: numberOrNull(row, "row"),
    column: numberOrNull(row, "column"),
    place: textOrNull(row, "place"),
    organization: textOrNull(row, "organization"),
    sector: textOrNull(row, "sector"),
    categories: items<Category>(row, "categories"),
    period: text(row, "period"),
    interval: {
      first: numberOf(row, "periodFirst"),
      last: numberOf(row, "periodLast"),
      uncertain: truthOf(row, "periodUncertain"),
    },
    value: numberOrNull(row, "value"),
    valueText: textOrNull(row, "valueText"),
    valueAtLeast: numberOrNull(row, "valueAtLeast"),
    valueAtMost: numberOrNull(row, "valueAtMost"),
    missing: textOrNull(row, "missing"),
    definition: localized(row, "definition"),
    ...fact(row),
  };
}

export function claimOf(row: Properties): Claim {
  return {
    subject: text(row, "subject"),
    property: text(row, "property"),
    value: text(row, "value"),
    rank: text(row, "rank") as Claim["rank"],
    note: textOrNull(row, "note"),
    citations: citations(row),
  };
}
