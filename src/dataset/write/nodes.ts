import { boundsOf, parseInterval, parsePeriod } from "../../domain/period.js";
import { decadeOf, foundedEarliest, nameAt, sortKey } from "../../domain/organization.js";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.js";
import { fold } from "../../domain/fold.js";
import type { DatedName } from "../../domain/organization.js";
import { type SortKeys, bucketsOf } from "./buckets.js";
import type { CompiledDataset, Records } from "../compiled.js";
import { type DescentLink } from "./derived-descents.js";
import { companiesOf } from "./companies.js";
import { gapsOf } from "./gaps.js";
import { descendantCounts } from "./lineage-counts.js";
import { existenceBounds } from "./observed.js";
import {
  type Cited,
  type Properties,
  boundProperties,
  citationsOf,
  citedAt,
  compact,
  factProperties,
  happeningProperties,
  listProperties,
  textProperties,
} from "./properties.js";
import { type Rows, rowsOf } from "./rows.js";
import { claimsOf } from "./claims.js";
import { formerStateCompanies } from "./former-state-companies.js";

type OrganizationRecord = Records["firms" | "institutions" | "units" | "groups"][number];

/** The nodes of a dataset, by the name of the statement that creates them. */
export function nodesOf(
  dataset: CompiledDataset,
  links: readonly DescentLink[],
): ReadonlyMap<string, Rows<Properties>> {
  const { records, manifest } = dataset;
  const fact = (record: Parameters<typeof factProperties>[0]): Properties => ({
    ...factProperties(record, manifest.source),
    citedAt: citedAt(record, manifest.source),
  });
  const cited = (record: Cited): string[] => citationsOf(record, manifest.source);

  const bounds = existenceBounds(records);
  const descendants = descendantCounts(links);
  const companies = companiesOf(records);
  const former = formerStateCompanies(records, companies);
  const yearOf = new Map(records.sources.map(({ id, year }) => [id, year]));
  const observationCounts = new Map<string, number>();
  for (const { measure } of records.observations) {
    observationCounts.set(measure, (observationCounts.get(measure) ?? 0) + 1);
  }

  const existenceOf = ({ id, existence }: OrganizationRecord) => bounds.get(id) ?? boundsOf(parsePeriod(existence));
  const nameOf = ({ names }: OrganizationRecord) => nameAt(names.map(asDatedName), "NB", null);
  const sortKeys = (record: OrganizationRecord): SortKeys => {
    // Unknown comes last, whether the list begins with the oldest or with the youngest.
    const founded = foundedEarliest(existenceOf(record));
    return {
      id: record.id,
      town: record.town,
      sortName: sortKey(nameOf(record)),
      sortFounded: founded ?? AFTER_ALL,
      sortFoundedLast: founded ?? BEFORE_ALL,
      descendantCount: descendants.get(record.id) ?? 0,
    };
  };
  const buckets = bucketsOf(
    [...records.firms, ...records.institutions, ...records.units, ...records.groups].map(sortKeys),
  );

  const organization = (kind: string, record: OrganizationRecord): Properties => {
    const existence = existenceOf(record);
    const { stateCompany } = record;
    return compact({
      kind,
      name: nameOf(record),
      ...sortKeys(record),
      ...buckets.of(record.id),
      names: record.names.map((each) =>
        JSON.stringify({
          ...each,
          observed: [...(each.observed ?? []), ...inUseToday(each, yearOf.get(record.source ?? manifest.source))],
          citations: cited({ ...record, cite: each.cite ?? record.cite }),
        }),
      ),
      aliases: record.aliases,
      ...fact(record),
      existence: record.existence,
      ...boundProperties(existence),
      foundedDecade: decadeOf(existence) ?? undefined,
      foldedNames: [...record.names.map((each) => each.name), ...record.aliases].map(fold).join("|"),
      foldedText: fold([...localizedParts(record.products), ...localizedParts(record.summary)].join(" | ")),
      country: record.country,
      sector: record.sector,
      ...listProperties("products", record.products),
      ...textProperties("summary", record.summary),
      formerStateCompany: former.has(record.id),
      stateCompany:
        stateCompany === undefined
          ? undefined
          : JSON.stringify({
              period: stateCompany.period ?? record.existence,
              citations: cited({ ...record, cite: stateCompany.cite }),
            }),
    });
  };

  return new Map<string, Rows<Properties>>([
    ["firm", rowsOf(records.firms, (record) => compact({ ...organization("FIRM", record), firmKind: record.kind }))],
    [
      "institution",
      rowsOf(records.institutions, (record) =>
        compact({ ...organization("INSTITUTION", record), institutionKind: record.kind }),
      ),
    ],
    ["unit", rowsOf(records.units, (record) => organization("UNIT", record))],
    [
      "group",
      rowsOf(records.groups, (record) =>
        compact({
          ...organization("GROUP", record),
          ...textProperties("description", record.description),
          size: record.size,
          members: record.members,
        }),
      ),
    ],
    [
      "town",
      rowsOf(records.towns, (record) =>
        compact({
          id: record.id,
          kind: "TOWN",
          placeKind: "TOWN",
          ...textProperties("name", record.name),
          sortName: sortKey(record.name.nb ?? record.name.en ?? record.id),
          aliases: record.aliases,
          within: record.within,
          parts: record.parts,
          ...textProperties("summary", record.summary),
          ...buckets.counts(record.id),
          ...fact(record),
        }),
      ),
    ],
    [
      "place",
      rowsOf(records.places, (record) =>
        compact({
          id: record.id,
          kind: "PLACE",
          placeKind: record.kind,
          ...textProperties("name", record.name),
          sortName: sortKey(record.name.nb ?? record.name.en ?? record.id),
          aliases: record.aliases,
          within: record.within,
          parts: record.parts,
          ...fact(record),
        }),
      ),
    ],
    [
      "person",
      rowsOf(records.people, (record) => ({
        id: record.id,
        kind: "PERSON",
        name: record.name,
        sortName: sortKey(record.name),
        aliases: record.aliases,
        ...fact(record),
      })),
    ],
    [
      "sector",
      rowsOf(records.sectors, (record) =>
        compact({
          id: record.id,
          kind: "SECTOR",
          ...textProperties("name", record.name),
          within: record.within,
          parts: record.parts,
          activities: record.activities.map(({ cite, ...activity }) =>
            JSON.stringify({ ...activity, citations: cited({ ...record, cite }) }),
          ),
          ...fact(record),
        }),
      ),
    ],
    [
      "phase",
      rowsOf(records.phases, (record) =>
        compact({
          id: record.id,
          kind: "PHASE",
          ...textProperties("division", record.division),
          ordinal: record.ordinal,
          within: record.within,
          ...textProperties("name", record.name),
          towns: record.towns,
          period: record.period,
          ...boundProperties(boundsOf(parsePeriod(record.period))),
          ...listProperties("drivers", record.drivers),
          ...textProperties("summary", record.summary),
          ...fact(record),
        }),
      ),
    ],
    [
      "event",
      rowsOf(records.events, (record) =>
        compact({
          id: record.id,
          kind: "EVENT",
          eventKind: record.kind,
          ...textProperties("title", record.title),
          ...textProperties("summary", record.summary),
          ...happeningProperties(record.date),
          towns: record.towns,
          ...fact(record),
        }),
      ),
    ],
    [
      "table",
      rowsOf(records.tables, (record) =>
        compact({
          id: record.id,
          kind: "TABLE",
          source: record.source ?? manifest.source,
          number: record.number,
          ...textProperties("title", record.title),
          ...textProperties("definition", record.definition),
          ...listProperties("breaks", record.breaks),
          ...fact(record),
        }),
      ),
    ],
    [
      "measure",
      rowsOf(records.measures, (record) =>
        compact({
          id: `measure/${record.id}`,
          ...textProperties("name", record.name),
          unit: record.unit,
          ...textProperties("definition", record.definition),
          observationCount: observationCounts.get(record.id) ?? 0,
        }),
      ),
    ],
    ["observation", observationNodes(dataset)],
    [
      "claim",
      rowsOf(claimsOf(records), ({ id, claim, contradiction }) =>
        compact({
          id,
          contradiction,
          subject: claim.subject,
          property: claim.property,
          value: claim.value,
          rank: claim.rank,
          note: claim.note,
          citations: cited(claim),
        }),
      ),
    ],
    [
      "contradiction",
      rowsOf(records.contradictions, (record) =>
        compact({
          id: record.id,
          kind: "CONTRADICTION",
          about: record.about,
          ...textProperties("explanation", record.explanation),
          citations: [
            ...new Set(
              record.claims.flatMap((claim) => cited({ source: record.source, statedAt: record.statedAt, ...claim })),
            ),
          ],
          citedAt: [
            ...new Set(record.claims.flatMap((claim) => citedAt({ source: record.source, ...claim }, manifest.source))),
          ],
        }),
      ),
    ],
    [
      "source",
      rowsOf(records.sources, (record) =>
        compact({
          id: record.id,
          kind: "SOURCE",
          title: record.title,
          authors: record.authors,
          year: record.year,
          publisher: record.publisher,
          series: record.series,
          number: record.number,
          sections: record.sections.map((section) => JSON.stringify(section)),
        }),
      ),
    ],
    [
      "collaboration",
      rowsOf(records.collaborations, (record, index) =>
        compact({
          id: `collaboration/${index}`,
          form: record.form,
          ...textProperties("about", record.about),
          parties: record.parties,
          ...fact(record),
        }),
      ),
    ],
    [
      "gap",
      rowsOf(gapsOf(records, companies), ({ node, kind, towns, period }) =>
        compact({ id: `gap|${node}|${kind}|${period ?? ""}`, node, gapKind: kind, towns, period }),
      ),
    ],
    ["redirect", rowsOf(records.redirects, ({ from, to }) => ({ id: from, redirectsTo: to }))],
    [
      "dataset",
      [
        compact({
          id: "dataset",
          ...buckets.counts("dataset"),
          version: dataset.version,
          ...textProperties("title", manifest.title),
          ...textProperties("description", manifest.description),
          licence: manifest.licence,
          counts: Object.entries(records).map(([section, { length }]) =>
            JSON.stringify({ kind: section, count: length }),
          ),
        }),
      ],
    ],
  ]);
}

function observationNodes({ records, manifest }: CompiledDataset): Rows<Properties> {
  const measures = new Map(records.measures.map((measure) => [measure.id, measure]));
  return rowsOf(records.observations, (record) => {
    const { first, last, uncertain } = parseInterval(record.period);
    return compact({
      id: record.id,
      kind: "OBSERVATION",
      measure: record.measure,
      unit: measures.get(record.measure)?.unit,
      workforce: measures.get(record.measure)?.workforce,
      table: record.table,
      row: record.row,
      column: record.column,
      place: record.place,
      organization: record.organization,
      sector: record.sector,
      categories: record.categories.map((category) => JSON.stringify(category)),
      total: record.categories.some(({ total }) => total),
      period: record.period,
      periodFirst: first,
      periodLast: last,
      periodUncertain: uncertain,
      value: record.value,
      valueText: record.valueText,
      valueAtLeast: record.valueAtLeast,
      valueAtMost: record.valueAtMost,
      missing: record.missing,
      ...textProperties("definition", record.definition),
      ...factProperties(record, manifest.source),
      citedAt: citedAt(record, manifest.source),
    });
  });
}

type NameRecord = OrganizationRecord["names"][number];

/** A name that goes on is in use in the year of the source that says so. */
function inUseToday({ period }: NameRecord, year: number | undefined): string[] {
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
