import type {
  Activity,
  Category,
  Claim,
  Contradiction,
  Entity,
  Event,
  Observation,
  Person,
  Phase,
  Place,
  Section,
  Sector,
  Source,
  Table,
} from "../domain/entity.js";
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
  items,
  localized,
  localizedLists,
  numberOf,
  numberOrNull,
  readBy,
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

export function entityOf(record: Properties): Entity {
  return readers[text(record, "kind") as NodeKind](record);
}

const id = (row: Properties): string => text(row, "id");
const localizedIn = (name: string) => (row: Properties) => localized(row, name);
const textIn = (name: string) => (row: Properties) => textOrNull(row, name);
const textsIn = (name: string) => (row: Properties) => texts(row, name);
const numberIn = (name: string) => (row: Properties) => numberOrNull(row, name);
const listsIn = (name: string) => (row: Properties) => localizedLists(row, name);
/** What has only a certain set of values, as the load has checked. */
const one =
  <Value extends string>(name: string) =>
  (row: Properties) =>
    text(row, name) as Value;
const oneOrNone =
  <Value extends string>(name: string) =>
  (row: Properties) =>
    textOrNull(row, name) as Value | null;

const nameOf = readBy<DatedName, Properties>({
  name: (row) => text(row, "name"),
  language: one("language"),
  period: (row) => {
    const period = textOrNull(row, "period");
    return period === null ? null : parsePeriod(period);
  },
  observed: (row) => texts(row, "observed").map(parseInterval),
  certainty: one("certainty"),
  citations: (row, organization) => citations("citations" in row ? row : organization),
});

export const organizationOf = readBy<Organization>({
  ...fact,
  kind: one("kind"),
  id,
  names: (row) => items<Properties>(row, "names").map((name) => nameOf(name, row)),
  aliases: textsIn("aliases"),
  summary: localizedIn("summary"),
  existence: (row) => ({ ...parsePeriod(text(row, "existence")), bounds: bounds(row) }),
  bounds,
  town: textIn("town"),
  country: textIn("country"),
  sector: textIn("sector"),
  products: listsIn("products"),
  firmKind: oneOrNone("firmKind"),
  institutionKind: oneOrNone("institutionKind"),
  stateCompany: (row) => {
    const period = textOrNull(row, "stateCompany");
    return period === null ? null : boundsOf(parsePeriod(period));
  },
  description: localizedIn("description"),
  size: numberIn("size"),
  members: textsIn("members"),
});

const placeOf = readBy<Place>({
  ...fact,
  kind: one("kind"),
  id,
  placeKind: one("placeKind"),
  name: localizedIn("name"),
  aliases: textsIn("aliases"),
  within: textIn("within"),
  parts: textsIn("parts"),
  summary: localizedIn("summary"),
});

const readers: { readonly [Kind in NodeKind]: (record: Properties) => Entity } = {
  FIRM: organizationOf,
  INSTITUTION: organizationOf,
  UNIT: organizationOf,
  GROUP: organizationOf,
  TOWN: placeOf,
  PLACE: placeOf,
  PERSON: readBy<Person>({
    ...fact,
    kind: one("kind"),
    id,
    name: (row) => text(row, "name"),
    aliases: textsIn("aliases"),
  }),
  SECTOR: readBy<Sector>({
    ...fact,
    kind: one("kind"),
    id,
    name: localizedIn("name"),
    within: textIn("within"),
    parts: textsIn("parts"),
    activities: (row) =>
      items<Omit<Activity, "citations"> & Properties>(row, "activities").map((activity) => ({
        ...activity,
        technologyIntensity: activity.technologyIntensity ?? null,
        citations: citations(activity),
      })),
  }),
  PHASE: readBy<Phase>({
    ...fact,
    kind: one("kind"),
    id,
    division: localizedIn("division"),
    ordinal: numberIn("ordinal"),
    within: textIn("within"),
    name: localizedIn("name"),
    towns: textsIn("towns"),
    period: (row) => parsePeriod(text(row, "period")),
    drivers: listsIn("drivers"),
    summary: localizedIn("summary"),
  }),
  EVENT: readBy<Event>({
    ...happening,
    kind: one("kind"),
    id,
    eventKind: one("eventKind"),
    title: localizedIn("title"),
    summary: localizedIn("summary"),
    towns: textsIn("towns"),
  }),
  TABLE: readBy<Table>({
    ...fact,
    kind: one("kind"),
    id,
    source: (row) => text(row, "source"),
    number: (row) => text(row, "number"),
    title: localizedIn("title"),
    definition: localizedIn("definition"),
    breaks: listsIn("breaks"),
  }),
  OBSERVATION: readBy<Observation>({
    ...fact,
    kind: one("kind"),
    id,
    measure: (row) => text(row, "measure"),
    unit: (row) => text(row, "unit"),
    workforce: (row) => truthOf(row, "workforce"),
    table: textIn("table"),
    row: numberIn("row"),
    column: numberIn("column"),
    place: textIn("place"),
    organization: textIn("organization"),
    sector: textIn("sector"),
    categories: (row) => items<Category>(row, "categories"),
    period: (row) => text(row, "period"),
    interval: (row) => ({
      first: numberOf(row, "periodFirst"),
      last: numberOf(row, "periodLast"),
      uncertain: truthOf(row, "periodUncertain"),
    }),
    value: numberIn("value"),
    valueText: textIn("valueText"),
    valueAtLeast: numberIn("valueAtLeast"),
    valueAtMost: numberIn("valueAtMost"),
    missing: textIn("missing"),
    definition: localizedIn("definition"),
  }),
  CONTRADICTION: readBy<Contradiction>({
    kind: one("kind"),
    id,
    about: textsIn("about"),
    explanation: localizedIn("explanation"),
    citations,
  }),
  SOURCE: readBy<Source>({
    kind: one("kind"),
    id,
    title: (row) => text(row, "title"),
    authors: textsIn("authors"),
    year: (row) => numberOf(row, "year"),
    publisher: textIn("publisher"),
    series: textIn("series"),
    number: textIn("number"),
    sections: (row) =>
      items<Section>(row, "sections").map((section) => ({
        ...section,
        pageFrom: section.pageFrom ?? null,
        pageTo: section.pageTo ?? null,
      })),
  }),
};

export const claimOf = readBy<Claim>({
  subject: (row) => text(row, "subject"),
  property: (row) => text(row, "property"),
  value: (row) => text(row, "value"),
  rank: one("rank"),
  note: textIn("note"),
  citations,
});
