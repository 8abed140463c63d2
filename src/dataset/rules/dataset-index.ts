import { kindOf } from "../../domain/id.js";
import { type Bounds, type Interval, boundsOf, parseInterval, parsePeriod, undated } from "../../domain/period.js";
import type { Dataset, Located } from "../dataset.js";

/** A string of a record, with the path that leads to it. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

/** What several rules look up. */
export interface DatasetIndex {
  /** Every record that has an id; of two with the same one, the first. */
  readonly byId: ReadonlyMap<string, Located>;
  readonly all: readonly Located[];
}

export function indexOf(dataset: Dataset): DatasetIndex {
  const all = Object.values(dataset.records).flat() as readonly Located[];
  const byId = new Map<string, Located>();
  for (const located of all) {
    const id = idOfRecord(located);
    if (id !== null && !byId.has(id)) byId.set(id, located);
  }
  return { all, byId };
}

/** The id that the record defines; null for relations and other records without one of their own. */
export function idOfRecord({ record }: Located): string | null {
  return "id" in record ? record.id : null;
}

/** A record as a person would name it in a message: its id, or its section and the ids in it. */
export function describe(located: Located): string {
  const ids = references(located).map(({ value }) => value);
  return idOfRecord(located) ?? `${located.section} of ${ids.join(", ")}`;
}

export function* leaves(value: unknown, path: readonly (string | number)[] = []): Iterable<Leaf> {
  if (typeof value === "string") yield { path, value };
  else if (Array.isArray(value)) for (const [index, part] of value.entries()) yield* leaves(part, [...path, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
  }
}

/** Fields that hold free text, in which a slash is no reference. */
const prose = new Set(["name", "aliases", "note", "nb", "en", "value", "valueText", "title", "unit", "cite"]);

/** Every id in the record, but for the one that it defines. */
export function references(located: Located): Leaf[] {
  return [...leaves(located.record)].filter(
    ({ path, value }) => path[0] !== "id" && kindOf(value) !== null && !path.some((key) => prose.has(String(key))),
  );
}

/** When a record's thing was in being, with what is observed worked in. */
export function boundsOfRecord(record: object): Bounds {
  const text = "existence" in record ? record.existence : "period" in record ? record.period : undefined;
  return boundsOf(typeof text === "string" ? parsePeriod(text) : undated, observationsOf(record));
}

function observationsOf(record: object): Interval[] {
  const observed = "observed" in record && Array.isArray(record.observed) ? (record.observed as string[]) : [];
  return observed.map(parseInterval);
}
