import { addToList } from "./add-to-list.js";
import type { Observation } from "./entity.js";
import { classification } from "./observation-groups.js";

/** One measure in several places at two dates: rows are sectors and classes, columns places. */
export interface Comparison {
  /** Id of the table that the rows are those of. */
  readonly table: string | null;
  readonly rows: readonly ComparisonRow[];
}

export interface ComparisonRow {
  /** Id of the row's sector; null where it has none. */
  readonly sector: string | null;
  /** `size class: 10-30`; empty where the table has no classes. */
  readonly classification: string;
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly place: string;
  readonly from: Observation | null;
  readonly to: Observation | null;
  readonly change: number | null;
  readonly changePercent: number | null;
  /** The later value where the earlier one is 100. */
  readonly index: number | null;
  /** Why there is no change; null where there is one. */
  readonly missing: string | null;
  /** Whether it is of another table than the rows, or its two values are defined in different ways. */
  readonly definitionsDiffer: boolean;
}

/** The question: `from` and `to` are days, as `first,last`; see `spanOf`. */
export interface ComparisonQuestion {
  /** Null: all that the table has. */
  readonly places: readonly string[] | null;
  /** Id; null: the one that covers most of the places, of equal ones the first by id. */
  readonly table: string | null;
  readonly from: string;
  readonly to: string;
}

/** What tells one year or span of years from others. */
export function spanOf({ interval }: Pick<Observation, "interval">): string {
  return `${interval.first},${interval.last}`;
}

/**
 * Compares what is observed at two dates. `observations` are of one measure; for a place that the table does not have,
 * another table that has it at both dates steps in, and its cells say that their definition differs.
 */
export function compare(observations: readonly Observation[], question: ComparisonQuestion): Comparison {
  const { from, to } = question;
  const cells = observations.filter(
    (each) => each.place !== null && each.table !== null && [from, to].includes(spanOf(each)),
  );
  const byTable = new Map<string, Observation[]>();
  for (const each of cells) addToList(byTable, each.table ?? "", each);

  const covered = (table: string): string[] => {
    const own = byTable.get(table) ?? [];
    const at = (span: string): Set<string> =>
      new Set(own.filter((each) => spanOf(each) === span).map(({ place }) => place ?? ""));
    const [earlier, later] = [at(from), at(to)];
    return [...earlier].filter((place) => later.has(place));
  };
  const wanted = (table: string): number =>
    covered(table).filter((place) => question.places === null || question.places.includes(place)).length;
  const ranked = [...byTable.keys()].toSorted((a, b) => wanted(b) - wanted(a) || (a < b ? -1 : 1));
  const table = question.table ?? ranked[0] ?? null;
  if (table === null) return { table: null, rows: [] };

  const rowsOf = new Map<string, Observation>();
  for (const each of byTable.get(table) ?? []) if (!rowsOf.has(rowKey(each))) rowsOf.set(rowKey(each), each);
  const places = question.places ?? [...new Set((byTable.get(table) ?? []).map(({ place }) => place ?? ""))];
  const tableOf = new Map(
    places.map((place) => {
      const others = question.table === null ? ranked : [];
      return [place, [table, ...others].find((each) => covered(each).includes(place)) ?? table];
    }),
  );
  const rows = [...rowsOf].map(([key, example]) => ({
    sector: example.sector,
    classification: classification(example),
    cells: places.map((place) => {
      const source = tableOf.get(place) ?? table;
      const own = (byTable.get(source) ?? []).filter((each) => each.place === place && rowKey(each) === key);
      const at = (span: string): Observation | null => own.find((each) => spanOf(each) === span) ?? null;
      return cellOf(place, at(from), at(to), source !== table);
    }),
  }));
  // A table may have rows of other places only, such as the sectors that are the core of one town.
  return { table, rows: rows.filter((row) => row.cells.some((cell) => cell.from !== null || cell.to !== null)) };
}

/** Sector and classes of a cell, the organization included where it has one. */
function rowKey(observation: Observation): string {
  return JSON.stringify([observation.sector, observation.organization, classification(observation)]);
}

function cellOf(place: string, from: Observation | null, to: Observation | null, otherTable: boolean): ComparisonCell {
  const missing = whyMissing(from, to);
  const [earlier, later] = [from?.value ?? null, to?.value ?? null];
  const change = earlier === null || later === null ? null : Number((later - earlier).toPrecision(12));
  const ratio = change === null || earlier === null || earlier === 0 || later === null ? null : later / earlier;
  return {
    place,
    from,
    to,
    change,
    changePercent: ratio === null ? null : rounded((ratio - 1) * 100),
    index: ratio === null ? null : rounded(ratio * 100),
    missing,
    definitionsDiffer:
      (otherTable && (from !== null || to !== null)) ||
      (from !== null && to !== null && JSON.stringify(from.definition) !== JSON.stringify(to.definition)),
  };
}

function whyMissing(from: Observation | null, to: Observation | null): string | null {
  if (from === null && to === null) return "the tables have no such cell at either date";
  for (const [which, observation] of [
    ["earlier", from],
    ["later", to],
  ] as const) {
    if (observation === null) return `the table has no such cell at the ${which} date`;
    if (observation.value === null) {
      return `the ${which} value is ${observation.missing ?? observation.valueText ?? "a range"}`;
    }
  }
  return null;
}

/** To a tenth, as the source prints changes. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
