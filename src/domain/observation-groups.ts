import { type Citation, type StatedCitation, locator } from "./citation.js";
import type { Observation } from "./entity.js";

/** What observations are grouped by. */
export const ObservationDimension = {
  MEASURE: "MEASURE",
  UNIT: "UNIT",
  PLACE: "PLACE",
  SECTOR: "SECTOR",
  CATEGORY: "CATEGORY",
  PERIOD: "PERIOD",
  TABLE: "TABLE",
  ORGANIZATION: "ORGANIZATION",
} as const;
export type ObservationDimension = (typeof ObservationDimension)[keyof typeof ObservationDimension];

/** Observations that agree in their measure, their unit and all dimensions that they are grouped by. */
export interface ObservationGroup {
  readonly keys: readonly GroupKey[];
  readonly measure: string;
  readonly unit: string;
  readonly count: number;
  readonly sum: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Why there is no sum and no mean; null where there are. */
  readonly notSummed: string | null;
  /** Where the observations stand. */
  readonly citations: readonly StatedCitation[];
}

export interface GroupKey {
  readonly dimension: ObservationDimension;
  /** Empty where the observations have none. */
  readonly value: string;
}

/** The ids of all that lies in a place, a sector or a group of organizations, itself included. */
export type Extent = (id: string) => ReadonlySet<string>;

/** Groups in the order of their keys. */
export function groupObservations(
  observations: readonly Observation[],
  by: readonly ObservationDimension[],
  extent: Extent,
): ObservationGroup[] {
  const groups = new Map<string, { readonly keys: readonly GroupKey[]; readonly members: Observation[] }>();
  for (const observation of observations) {
    const keys = by.map((dimension) => ({ dimension, value: valueOf[dimension](observation) }));
    const id = JSON.stringify([...keys.map(({ value }) => value), observation.measure, observation.unit]);
    const group = groups.get(id) ?? { keys, members: [] };
    group.members.push(observation);
    groups.set(id, group);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, { keys, members }]) => summary(keys, members, extent));
}

const valueOf: Readonly<Record<ObservationDimension, (observation: Observation) => string>> = {
  MEASURE: ({ measure }) => measure,
  UNIT: ({ unit }) => unit,
  PLACE: ({ place }) => place ?? "",
  SECTOR: ({ sector }) => sector ?? "",
  CATEGORY: classification,
  PERIOD: ({ period }) => period,
  TABLE: ({ table }) => table ?? "",
  ORGANIZATION: ({ organization }) => organization ?? "",
};

/** `size class: 10-30; market: abroad`: all classes that a cell falls under, by name of their dimension. */
export function classification({ categories }: Observation): string {
  return categories
    .filter(({ dimension }) => !ownDimensions.has(dimension))
    .map(({ dimension, value }) => `${dimension}: ${value}`)
    .toSorted()
    .join("; ");
}

/** Dimensions that a cell has beside its classes, of which a class only says that the cell is a total. */
const ownDimensions: ReadonlySet<string> = new Set(["place", "sector", "organization", "period"]);

function summary(keys: readonly GroupKey[], members: readonly Observation[], extent: Extent): ObservationGroup {
  const [first] = members as readonly [Observation, ...Observation[]];
  const values = members.flatMap(({ value }) => value ?? []);
  const notSummed = whyNotSummed(members, extent);
  // To twelve digits, as decimals add up to more than they were printed with.
  const sum = notSummed === null ? Number(values.reduce((total, value) => total + value, 0).toPrecision(12)) : null;
  return {
    keys,
    measure: first.measure,
    unit: first.unit,
    count: members.length,
    sum,
    min: values.length === 0 ? null : Math.min(...values),
    max: values.length === 0 ? null : Math.max(...values),
    mean: sum === null ? null : Number((sum / members.length).toPrecision(12)),
    notSummed,
    citations: [
      ...new Map(members.flatMap(({ citations }) => citations).map((each) => [placeOf(each), each])).values(),
    ],
  };
}

function placeOf(citation: Citation): string {
  return `${citation.source} ${locator(citation)}`;
}

/** Units of which two amounts make no third one: shares, ranks, words, and amounts for each of something. */
export function isAdditive(unit: string): boolean {
  return !/^(percent|words|mark|year|rank)$|\bper\b|\ba year\b/.test(unit);
}

/** Why adding observations up would mislead; null where it would not. */
function whyNotSummed(members: readonly Observation[], extent: Extent): string | null {
  const [first] = members;
  if (first === undefined || !isAdditive(first.unit)) return `values in ${first?.unit ?? "no unit"} do not add up`;
  const without = members.filter(({ value }) => value === null).length;
  if (without > 0) return `${without} of ${members.length} have no exact number`;
  if (members.length === 1) return null;
  const differ = (of: (observation: Observation) => string): boolean => new Set(members.map(of)).size > 1;
  if (differ(({ period }) => period)) return "they are of several dates";
  if (differ(({ table }) => table ?? "")) return "they are of several tables, whose definitions may differ";
  if (differ(({ definition }) => JSON.stringify(definition))) return "their definitions differ";
  if (differ(totalsOf)) return "totals stand beside their parts";
  if (differ(dimensionsOf)) return "they are classified in different ways";
  for (const [what, idOf] of scopes) {
    const ids = [...new Set(members.flatMap((each) => idOf(each) ?? []))];
    const overlapping = firstOverlap(ids, extent);
    if (overlapping !== null) return `${what} overlap: ${overlapping}`;
  }
  return new Set(members.map(cell)).size < members.length ? "the same is counted more than once" : null;
}

const scopes: readonly (readonly [string, (observation: Observation) => string | null])[] = [
  ["places", ({ place }) => place],
  ["sectors", ({ sector }) => sector],
  ["organizations", ({ organization }) => organization],
];

function totalsOf({ categories }: Observation): string {
  return categories
    .filter(({ total }) => total)
    .map(({ dimension }) => dimension)
    .toSorted()
    .join(" ");
}

function dimensionsOf({ place, sector, organization, categories }: Observation): string {
  return JSON.stringify([
    place !== null,
    sector !== null,
    organization !== null,
    ...categories
      .map(({ dimension }) => dimension)
      .filter((dimension) => !ownDimensions.has(dimension))
      .toSorted(),
  ]);
}

function cell(observation: Observation): string {
  const { place, sector, organization } = observation;
  return JSON.stringify([place, sector, organization, classification(observation)]);
}

function firstOverlap(ids: readonly string[], extent: Extent): string | null {
  const holder = new Map<string, string>();
  for (const id of ids) {
    for (const part of extent(id)) {
      const other = holder.get(part);
      if (other !== undefined) return `${other} and ${id}`;
      holder.set(part, id);
    }
  }
  return null;
}
