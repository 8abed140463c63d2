import { dayOf, yearOf } from "../../domain/day.js";
import { type Gap, gapId } from "../../domain/gap.js";
import { type Interval, parsePeriod, touched } from "../../domain/period.js";
import type { Company } from "../../domain/state-ownership.js";
import { Truth } from "../../domain/truth.js";
import { GapKind } from "../../domain/vocabulary.js";
import type { Records } from "../compiled.js";

/** Without the time, which its id says, too. */
export type DerivedGap = Omit<Gap, "period">;

/**
 * What a dataset does not know of the firms, institutions, units and events of the studied towns, worked out from what
 * it knows, by id; the kinds are described in `docs/semantics.md`.
 */
export function gapsOf(records: Records, companies: ReadonlyMap<string, Company>): DerivedGap[] {
  const { firms, institutions, units, events } = records;
  const local = <Item extends { readonly town?: string | undefined }>(items: readonly Item[]) =>
    items.filter(({ town }) => town !== undefined);
  const successors = new Set(records.descents.map(({ successor }) => successor));
  const founded = new Set(records.roles.filter(({ kind }) => kind === "FOUNDER").map((role) => role.organization));
  const located = new Set(records.locations.map(({ organization }) => organization));
  const gaps = [
    ...unknownOwners(records, companies),
    ...[...local(firms), ...local(institutions), ...local(units)]
      .filter(({ existence }) => parsePeriod(existence).start === null && !parsePeriod(existence).openStart)
      .map(({ id }) => gapIn(id, GapKind.DATE_UNKNOWN)),
    ...events.filter(({ date }) => date === undefined).map(({ id }) => gapIn(id, GapKind.DATE_UNKNOWN)),
    ...local(firms)
      .filter(({ id }) => !successors.has(id) && !founded.has(id))
      .map(({ id }) => gapIn(id, GapKind.ORIGIN_UNKNOWN)),
    ...firms
      .filter(({ id, town, country }) => town === undefined && country === "place/norway" && !located.has(id))
      .map(({ id }) => gapIn(id, GapKind.TOWN_UNKNOWN)),
  ];
  return gaps.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function gapIn(node: string, kind: GapKind, period?: string): DerivedGap {
  return { id: gapId(node, kind, period), node, kind };
}

/** Runs of years in which a firm certainly was there, and no one certainly owned any of it. */
function* unknownOwners(records: Records, companies: ReadonlyMap<string, Company>): Iterable<DerivedGap> {
  const newest = Math.max(...records.sources.map(({ year }) => year));
  for (const { id, town, existence } of records.firms) {
    const company = companies.get(id);
    if (town === undefined || company === undefined) continue;
    if (company.owners.length > 0) {
      for (const period of unownedYears(company, newest)) yield gapIn(id, GapKind.OWNER_UNKNOWN, period);
    } else yield gapIn(id, GapKind.OWNER_UNKNOWN, existence === "/" ? undefined : existence);
  }
}

function* unownedYears({ organization, owners }: Company, newest: number): Iterable<string> {
  const first = yearOf(organization.bounds.heldFrom);
  if (first === null) return;
  const last = Math.min(yearOf(organization.bounds.heldTo) ?? newest, newest);
  let start: number | null = null;
  for (let year = first; year <= last + 1; year++) {
    const interval = wholeYear(year);
    const unowned = year <= last && !owners.some(({ bounds }) => touched(bounds, interval) === Truth.YES);
    if (unowned) start ??= year;
    else if (start !== null) {
      yield `${start}/${year - 1}`;
      start = null;
    }
  }
}

const wholeYears = new Map<number, Interval>();

/** A year, made once: each firm is gone through year by year. */
function wholeYear(year: number): Interval {
  const known = wholeYears.get(year) ?? { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31), uncertain: false };
  wholeYears.set(year, known);
  return known;
}
