import { type Bounds, boundsOf, parseInterval, parsePeriod } from "../../domain/period.js";
import { decadeOf, foundedEarliest, nameAt, sortKey } from "../../domain/organization.js";
import { AFTER_ALL } from "../../domain/day.js";
import { fold } from "../../domain/fold.js";
import type { DatedName } from "../../domain/organization.js";
import { type SortKeys, bucketAt, bucketCount, bucketsOf } from "./buckets.js";
import type { CompiledDataset, Records } from "../compiled.js";
import { type DescentLink } from "./derived-descents.js";
import type { DerivedGap } from "./gaps.js";
import { descendantCounts } from "./lineage-counts.js";
import {
  type Cited,
  type Properties,
  citationsOf,
  citedAt,
  factProperties,
  happeningProperties,
  listProperties,
  type Stored,
  certaintyProperties,
  shownBounds,
  stored,
  textProperties,
  withoutNothing,
} from "./properties.js";
import { type Rows, rowsOf } from "./rows.js";
import { claimsOf } from "./claims.js";

type OrganizationRecord = Records["firms" | "institutions" | "units" | "groups"][number];

/** The nodes of a dataset, by their labels. */
export function nodesOf(
  dataset: CompiledDataset,
  {
    existence: bounds,
    links,
    formerStateOwned,
    gaps,
  }: {
    readonly existence: ReadonlyMap<string, Bounds>;
    readonly links: readonly DescentLink[];
    readonly formerStateOwned: ReadonlySet<string>;
    readonly gaps: readonly DerivedGap[];
  },
): ReadonlyMap<string, Rows<Properties>> {
  const { records, manifest } = dataset;
  const fact = (record: Parameters<typeof factProperties>[0]): Properties => factProperties(record, manifest.source);
  const placesCited = (record: Parameters<typeof citedAt>[0]): Properties => ({
    citedAt: citedAt(record, manifest.source),
  });
  const cited = (record: Cited): string[] => citationsOf(record, manifest.source);

  const descendants = descendantCounts(links);
  const gapsOfEvents = new Map(
    gaps
      .filter(({ node }) => node.startsWith("event/"))
      .map(({ id }, index) => [id, { gapBucket: bucketAt(index) }] as const),
  );
  const yearOf = new Map(records.sources.map(({ id, year }) => [id, year]));
  const observationCounts = new Map<string, number>();
  for (const { measure } of records.observations) {
    observationCounts.set(measure, (observationCounts.get(measure) ?? 0) + 1);
  }

  const existenceOf = ({ id, existence }: OrganizationRecord) => bounds.get(id) ?? boundsOf(parsePeriod(existence));
  const nameOf = ({ names }: OrganizationRecord) => nameAt(names.map(asDatedName), "NB", null);
  const sortKeys = (record: OrganizationRecord): SortKeys => {
    const existence = existenceOf(record);
    return {
      id: record.id,
      town: record.town,
      sortName: sortKey(nameOf(record)),
      // Unknown comes last, whether the list begins with the oldest or with the youngest.
      sortFounded: foundedEarliest(existence) ?? AFTER_ALL,
      startEarliest: existence.startEarliest,
      descendantCount: descendants.get(record.id) ?? 0,
    };
  };
  const buckets = bucketsOf(
    [...records.firms, ...records.institutions, ...records.units, ...records.groups].map(sortKeys),
  );

  const organization = (kind: string, record: OrganizationRecord): Stored => {
    const existence = existenceOf(record);
    const { stateCompany } = record;
    return {
      first: ["id", "kind", "names", "descendantCount"],
      both: {
        id: record.id,
        kind,
        town: record.town,
        country: record.country,
        sector: record.sector,
      },
      shown: {
        names: record.names.map(({ cite, certainty, ...each }) =>
          withoutNothing({
            ...each,
            ...certaintyProperties(certainty),
            observed: [...(each.observed ?? []), ...inUseToday(each, yearOf.get(record.source ?? manifest.source))],
            // Left out where they are the organization's.
            citations: cite === undefined ? undefined : cited({ ...record, cite }),
          }),
        ),
        aliases: record.aliases,
        ...fact(record),
        existence: record.existence,
        ...shownBounds(existence),
        ...listProperties("products", record.products),
        ...textProperties("summary", record.summary),
        stateCompany: stateCompany?.period ?? (stateCompany === undefined ? undefined : record.existence),
        descendantCount: descendants.get(record.id) ?? 0,
      },
      asked: {
        // Nobody asks by it: it is what a Neo4j browser writes on a node.
        name: nameOf(record),
        ...buckets.of(record.id),
        ...placesCited(record),
        ...existence,
        foundedDecade: decadeOf(existence) ?? undefined,
        foldedNames: [...record.names.map((each) => each.name), ...record.aliases].map(fold).join("|"),
        foldedText: fold([...localizedParts(record.products), ...localizedParts(record.summary)].join(" | ")),
        formerStateCompany: formerStateOwned.has(record.id),
        stateCompany: stateCompany !== undefined,
      },
    };
  };

  return new Map<string, Rows<Properties>>([
    [
      "Organization:Firm",
      rowsOf(records.firms, (record) => {
        const { both, ...rest } = organization("FIRM", record);
        return stored({ both: { ...both, firmKind: record.kind }, ...rest });
      }),
    ],
    [
      "Organization:Institution",
      rowsOf(records.institutions, (record) => {
        const { both, ...rest } = organization("INSTITUTION", record);
        return stored({ both: { ...both, institutionKind: record.kind }, ...rest });
      }),
    ],
    ["Organization:Unit", rowsOf(records.units, (record) => stored(organization("UNIT", record)))],
    [
      "Organization:Group",
      rowsOf(records.groups, (record) => {
        const { shown, ...rest } = organization("GROUP", record);
        const { description, size, members } = record;
        return stored({ shown: { ...shown, ...textProperties("description", description), size, members }, ...rest });
      }),
    ],
    [
      "Place:Town",
      rowsOf(records.towns, (record) =>
        stored({
          both: { id: record.id, kind: "TOWN" },
          shown: {
            placeKind: "TOWN",
            ...textProperties("name", record.name),
            aliases: record.aliases,
            within: record.within,
            parts: record.parts,
            ...textProperties("summary", record.summary),
            ...buckets.counts(record.id),
            ...fact(record),
          },
          asked: { sortName: sortKey(record.name.nb ?? record.name.en ?? record.id), ...placesCited(record) },
        }),
      ),
    ],
    [
      "Place",
      rowsOf(records.places, (record) =>
        stored({
          both: { id: record.id, kind: "PLACE" },
          shown: {
            placeKind: record.kind,
            ...textProperties("name", record.name),
            aliases: record.aliases,
            within: record.within,
            parts: record.parts,
            ...fact(record),
          },
          asked: { sortName: sortKey(record.name.nb ?? record.name.en ?? record.id), ...placesCited(record) },
        }),
      ),
    ],
    [
      "Person",
      rowsOf(
        inOrder(records.people, ({ name }) => sortKey(name)),
        ({ record, key: sortName }, index) =>
          stored({
            both: { id: record.id, kind: "PERSON", sortName },
            shown: { name: record.name, aliases: record.aliases, ...fact(record) },
            asked: { personBucket: bucketAt(index), ...placesCited(record) },
          }),
      ),
    ],
    [
      "Sector",
      rowsOf(records.sectors, (record) =>
        stored({
          both: { id: record.id, kind: "SECTOR" },
          shown: {
            ...textProperties("name", record.name),
            within: record.within,
            parts: record.parts,
            activities: record.activities.map(({ cite, ...activity }) => ({
              ...activity,
              citations: cited({ ...record, cite }),
            })),
            ...fact(record),
          },
          asked: placesCited(record),
        }),
      ),
    ],
    [
      "Phase",
      rowsOf(records.phases, (record) =>
        stored({
          both: { id: record.id, kind: "PHASE", ordinal: record.ordinal },
          shown: {
            ...textProperties("division", record.division),
            within: record.within,
            ...textProperties("name", record.name),
            towns: record.towns,
            period: record.period,
            ...listProperties("drivers", record.drivers),
            ...textProperties("summary", record.summary),
            ...fact(record),
          },
          asked: { startEarliest: boundsOf(parsePeriod(record.period)).startEarliest, ...placesCited(record) },
        }),
      ),
    ],
    [
      "Event",
      rowsOf(
        inOrder(records.events, ({ date }) => happeningProperties(date).dateEarliest),
        ({ record }, index) =>
          stored({
            both: { id: record.id, kind: "EVENT", eventKind: record.kind, towns: record.towns },
            shown: {
              ...textProperties("title", record.title),
              ...textProperties("summary", record.summary),
              date: record.date,
              ...fact(record),
            },
            asked: { ...happeningProperties(record.date), eventBucket: bucketAt(index), ...placesCited(record) },
          }),
      ),
    ],
    [
      "Table",
      rowsOf(records.tables, (record) =>
        stored({
          both: { id: record.id, kind: "TABLE" },
          shown: {
            source: record.source ?? manifest.source,
            number: record.number,
            ...textProperties("title", record.title),
            ...textProperties("definition", record.definition),
            ...listProperties("breaks", record.breaks),
            ...fact(record),
          },
          asked: placesCited(record),
        }),
      ),
    ],
    [
      "Measure",
      rowsOf(records.measures, (record) =>
        stored({
          both: { id: `measure/${record.id}` },
          shown: {
            ...textProperties("name", record.name),
            unit: record.unit,
            ...textProperties("definition", record.definition),
            observationCount: observationCounts.get(record.id) ?? 0,
          },
        }),
      ),
    ],
    ["Observation", observationNodes(dataset)],
    [
      "Claim",
      rowsOf(claimsOf(records), ({ id, claim }) =>
        stored({
          both: { id, property: claim.property, rank: claim.rank },
          shown: { subject: claim.subject, value: claim.value, note: claim.note, citations: cited(claim) },
        }),
      ),
    ],
    [
      "Contradiction",
      rowsOf(records.contradictions, (record) =>
        stored({
          both: { id: record.id, kind: "CONTRADICTION", about: record.about },
          shown: {
            ...textProperties("explanation", record.explanation),
            citations: [
              ...new Set(
                record.claims.flatMap((claim) => cited({ source: record.source, statedAt: record.statedAt, ...claim })),
              ),
            ],
          },
          asked: {
            citedAt: [
              ...new Set(
                record.claims.flatMap((claim) => citedAt({ source: record.source, ...claim }, manifest.source)),
              ),
            ],
          },
        }),
      ),
    ],
    [
      "Source",
      rowsOf(records.sources, (record) =>
        stored({
          both: { id: record.id, kind: "SOURCE" },
          shown: {
            title: record.title,
            authors: record.authors,
            year: record.year,
            publisher: record.publisher,
            series: record.series,
            number: record.number,
            sections: record.sections,
          },
        }),
      ),
    ],
    [
      "Collaboration",
      rowsOf(records.collaborations, (record, index) =>
        stored({
          both: { id: `collaboration/${index}` },
          shown: {
            form: record.form,
            ...textProperties("about", record.about),
            parties: record.parties,
            ...fact(record),
          },
        }),
      ),
    ],
    ["Gap", rowsOf(gaps, ({ id, kind }) => ({ id, gapKind: kind, ...gapsOfEvents.get(id) }))],
    ["Redirect", rowsOf(records.redirects, ({ from, to }) => stored({ both: { id: from, redirectsTo: to } }))],
    [
      "Dataset",
      [
        stored({
          both: { id: "dataset" },
          shown: {
            ...buckets.counts("dataset"),
            gapBuckets: bucketCount(gapsOfEvents.size),
            observationBuckets: bucketCount(records.observations.length),
            eventBuckets: bucketCount(records.events.length),
            personBuckets: bucketCount(records.people.length),
            version: dataset.version,
            ...textProperties("title", manifest.title),
            ...textProperties("description", manifest.description),
            licence: manifest.licence,
            counts: Object.entries(records).map(([section, { length }]) => ({ kind: section, count: length })),
          },
        }),
      ],
    ],
  ]);
}

function observationNodes({ records, manifest }: CompiledDataset): Rows<Properties> {
  const measures = new Map(records.measures.map((measure) => [measure.id, measure]));
  return rowsOf(inOrder(records.observations, observationKey), ({ record, key: listKey }, index) => {
    const { first, last, uncertain } = parseInterval(record.period);
    return stored({
      both: {
        id: record.id,
        kind: "OBSERVATION",
        measure: record.measure,
        table: record.table,
        row: record.row,
        column: record.column,
        place: record.place,
        organization: record.organization,
        sector: record.sector,
        periodFirst: first,
        periodLast: last,
      },
      shown: {
        unit: measures.get(record.measure)?.unit,
        workforce: measures.get(record.measure)?.workforce,
        categories: record.categories,
        period: record.period,
        periodUncertain: uncertain,
        value: record.value,
        valueText: record.valueText,
        valueAtLeast: record.valueAtLeast,
        valueAtMost: record.valueAtMost,
        missing: record.missing,
        ...textProperties("definition", record.definition),
        ...factProperties(record, manifest.source),
      },
      asked: {
        total: record.categories.some(({ total }) => total),
        citedAt: citedAt(record, manifest.source),
        listKey,
        observationBucket: bucketAt(index),
      },
    });
  });
}

/** Records with the key that they are listed by, in its order; of equal keys, ids decide. */
function inOrder<Item extends { readonly id: string }, Key extends string | number>(
  records: readonly Item[],
  keyOf: (record: Item) => Key,
): { readonly record: Item; readonly key: Key }[] {
  return records
    .map((record) => ({ record, key: keyOf(record) }))
    .sort((a, b) => (a.key < b.key || (a.key === b.key && a.record.id < b.record.id) ? -1 : 1));
}

/** Figures in the text first, then table by table, row by row, as text that compares so. */
function observationKey({ table, row, column, id }: Records["observations"][number]): string {
  const padded = (position: number | undefined): string => String(position ?? 0).padStart(6, "0");
  return [table ?? "", padded(row), padded(column), id].join("|");
}

type NameRecord = OrganizationRecord["names"][number];

/** A name that goes on is in use in the year of the source that says so. */
function inUseToday({ period }: Pick<NameRecord, "period">, year: number | undefined): string[] {
  return period !== undefined && parsePeriod(period).openEnd && year !== undefined ? [String(year)] : [];
}

function asDatedName({ name, language, period, certainty }: NameRecord): DatedName {
  return {
    name,
    language,
    period: period === undefined ? null : parsePeriod(period),
    observed: [],
    certainty,
    citations: [],
  };
}

function localizedParts(
  value: { nb?: string | string[] | undefined; en?: string | string[] | undefined } | undefined,
): string[] {
  return [value?.nb ?? [], value?.en ?? []].flat();
}
