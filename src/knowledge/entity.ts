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
import type { Question, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import {
  type Properties,
  bounds,
  certainty,
  citations,
  fact,
  happening,
  items,
  listsIn,
  localizedIn,
  numberOf,
  numberOrNullIn,
  oneIn,
  oneOrNullIn,
  readBy,
  record,
  says,
  text,
  textIn,
  textOrNull,
  textOrNullIn,
  texts,
  textsIn,
  truthOf,
} from "./properties.js";

/** The node of an id, the id of another one to which it redirects, or null where there is nothing. */
const byId: Question<Entity | string | null> = {
  statement: statement("entity/by-ids"),
  make: ([row]) => {
    if (row === undefined) return null;
    const entity = record(row, "record");
    return says(entity, "kind") ? entityOf(entity) : text(entity, "redirectsTo");
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

/** The nodes of ids as far as they are known without asking the engine. */
export function knownEntities(reader: Reader): (id: string) => Entity | undefined {
  const known = reader.known(byId);
  return (id) => {
    const found = known(id);
    return typeof found === "string" ? undefined : (found ?? undefined);
  };
}

export function entityOf(record: Properties): Entity {
  return readers[text(record, "kind") as NodeKind](record);
}

const nameOf = readBy<DatedName, Properties>({
  name: textIn("name"),
  language: oneIn("language"),
  period: (row) => {
    const period = textOrNull(row, "period");
    return period === null ? null : parsePeriod(period);
  },
  observed: (row) => texts(row, "observed").map(parseInterval),
  certainty,
  citations: (row, organization) => citations(says(row, "citations") ? row : organization),
});

export const organizationOf = readBy<Organization>({
  ...fact,
  kind: oneIn("kind"),
  id: textIn("id"),
  names: (row) => items<Properties>(row, "names").map((name) => nameOf(name, row)),
  aliases: textsIn("aliases"),
  summary: localizedIn("summary"),
  existence: (row) => ({ ...parsePeriod(text(row, "existence")), bounds: bounds(row) }),
  bounds,
  town: textOrNullIn("town"),
  country: textOrNullIn("country"),
  sector: textOrNullIn("sector"),
  products: listsIn("products"),
  firmKind: oneOrNullIn("firmKind"),
  institutionKind: oneOrNullIn("institutionKind"),
  stateCompany: (row) => {
    const period = textOrNull(row, "stateCompany");
    return period === null ? null : boundsOf(parsePeriod(period));
  },
  description: localizedIn("description"),
  size: numberOrNullIn("size"),
  members: textsIn("members"),
  descendantCount: (row) => numberOf(row, "descendantCount"),
});

const placeOf = readBy<Place>({
  ...fact,
  kind: oneIn("kind"),
  id: textIn("id"),
  placeKind: oneIn("placeKind"),
  name: localizedIn("name"),
  aliases: textsIn("aliases"),
  within: textOrNullIn("within"),
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
    kind: oneIn("kind"),
    id: textIn("id"),
    name: textIn("name"),
    aliases: textsIn("aliases"),
  }),
  SECTOR: readBy<Sector>({
    ...fact,
    kind: oneIn("kind"),
    id: textIn("id"),
    name: localizedIn("name"),
    within: textOrNullIn("within"),
    parts: textsIn("parts"),
    activities: (row) =>
      items<Omit<Activity, "citations"> & Row>(row, "activities").map((activity) => ({
        ...activity,
        technologyIntensity: activity.technologyIntensity ?? null,
        citations: citations(activity),
      })),
  }),
  PHASE: readBy<Phase>({
    ...fact,
    kind: oneIn("kind"),
    id: textIn("id"),
    division: localizedIn("division"),
    ordinal: numberOrNullIn("ordinal"),
    within: textOrNullIn("within"),
    name: localizedIn("name"),
    towns: textsIn("towns"),
    period: (row) => parsePeriod(text(row, "period")),
    drivers: listsIn("drivers"),
    summary: localizedIn("summary"),
  }),
  EVENT: readBy<Event>({
    ...happening,
    kind: oneIn("kind"),
    id: textIn("id"),
    eventKind: oneIn("eventKind"),
    title: localizedIn("title"),
    summary: localizedIn("summary"),
    towns: textsIn("towns"),
  }),
  TABLE: readBy<Table>({
    ...fact,
    kind: oneIn("kind"),
    id: textIn("id"),
    source: textIn("source"),
    number: textIn("number"),
    title: localizedIn("title"),
    definition: localizedIn("definition"),
    breaks: listsIn("breaks"),
  }),
  OBSERVATION: readBy<Observation>({
    ...fact,
    kind: oneIn("kind"),
    id: textIn("id"),
    measure: textIn("measure"),
    unit: textIn("unit"),
    workforce: (row) => truthOf(row, "workforce"),
    table: textOrNullIn("table"),
    row: numberOrNullIn("row"),
    column: numberOrNullIn("column"),
    place: textOrNullIn("place"),
    organization: textOrNullIn("organization"),
    sector: textOrNullIn("sector"),
    categories: (row) => items<Category>(row, "categories"),
    period: textIn("period"),
    interval: (row) => ({
      first: numberOf(row, "periodFirst"),
      last: numberOf(row, "periodLast"),
      uncertain: truthOf(row, "periodUncertain"),
    }),
    value: numberOrNullIn("value"),
    valueText: textOrNullIn("valueText"),
    valueAtLeast: numberOrNullIn("valueAtLeast"),
    valueAtMost: numberOrNullIn("valueAtMost"),
    missing: textOrNullIn("missing"),
    definition: localizedIn("definition"),
  }),
  CONTRADICTION: readBy<Contradiction>({
    kind: oneIn("kind"),
    id: textIn("id"),
    about: textsIn("about"),
    explanation: localizedIn("explanation"),
    citations,
  }),
  SOURCE: readBy<Source>({
    kind: oneIn("kind"),
    id: textIn("id"),
    title: textIn("title"),
    authors: textsIn("authors"),
    year: (row) => numberOf(row, "year"),
    publisher: textOrNullIn("publisher"),
    series: textOrNullIn("series"),
    number: textOrNullIn("number"),
    sections: (row) =>
      items<Section>(row, "sections").map((section) => ({
        ...section,
        pageFrom: section.pageFrom ?? null,
        pageTo: section.pageTo ?? null,
      })),
  }),
};

export const claimOf = readBy<Claim>({
  subject: textIn("subject"),
  property: textIn("property"),
  value: textIn("value"),
  rank: oneIn("rank"),
  note: textOrNullIn("note"),
  citations,
});
