import { type Certainty, certaintyStrength, weakest } from "../../domain/certainty.js";
import { parseDate } from "../../domain/historical-date.js";
import {
  type Interval,
  boundsOf,
  intervalOf,
  parseInterval,
  parsePeriod,
  touched,
  undated,
} from "../../domain/period.js";
import { Truth } from "../../domain/truth.js";
import type { RecordOf } from "../schema/file.js";
import type { Records } from "../compiled.js";

type DescentRecord = RecordOf<"descents">;

/** A link of descent as the graph holds it: one that the dataset states, or one that follows from it. */
export interface DescentLink {
  readonly record: DescentRecord;
  readonly derived: boolean;
}

/**
 * The links of the dataset, and those that follow from where units were placed: what came out of a unit descends from
 * what the unit was part of at the time, however deep it lay, and what came out of a firm through a unit descends from
 * that unit. A link that follows is as certain as its weakest part, and at the most inferred where the dates leave open
 * whether the unit lay there then.
 */
export function descentLinks(records: Records): DescentLink[] {
  const placements = new Map<string, RecordOf<"placements">[]>();
  for (const placement of records.placements) {
    placements.set(placement.unit, [...(placements.get(placement.unit) ?? []), placement]);
  }
  const stated = new Set(records.descents.map(endsAndMechanism));
  // All that follows, by its whole content: what of it is one link is put together when nothing more follows.
  const derivations = new Map<string, DescentRecord>();
  const pending = [...records.descents];
  for (let record = pending.pop(); record !== undefined; record = pending.pop()) {
    for (const derived of following(record, placements)) {
      if (stated.has(endsAndMechanism(derived)) || derived.predecessor === derived.successor) continue;
      const content = JSON.stringify(Object.entries(derived).toSorted());
      if (derivations.has(content)) continue;
      derivations.set(content, derived);
      pending.push(derived);
    }
  }
  const byKey = new Map<string, DescentRecord[]>();
  for (const [, record] of [...derivations].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    byKey.set(descentKey(record), [...(byKey.get(descentKey(record)) ?? []), record]);
  }
  return [
    ...records.descents.map((record) => ({ record, derived: false })),
    ...[...byKey.values()].map((ways) => ({ record: together(ways), derived: true })),
  ];
}

/**
 * One link that follows in several ways: the most certain ones stand, with what any of them says carried over and the
 * citations of all of them.
 */
function together(ways: readonly DescentRecord[]): DescentRecord {
  const strength = Math.max(...ways.map(({ certainty }) => certaintyStrength(certainty)));
  const [first, ...others] = ways.filter(({ certainty }) => certaintyStrength(certainty) === strength);
  if (first === undefined || others.length === 0) return first as DescentRecord;
  const each = [first, ...others];
  return {
    ...first,
    continuity: [...new Set(each.flatMap(({ continuity }) => continuity))],
    cite: [...new Set(each.flatMap(placesOf))].join("; "),
  };
}

function placesOf({ cite }: DescentRecord): string[] {
  return cite.split(";").map((place) => place.trim());
}

function* following(
  record: DescentRecord,
  placements: ReadonlyMap<string, readonly RecordOf<"placements">[]>,
): Iterable<DescentRecord> {
  const { through, predecessor } = record;
  if (through !== undefined && through !== predecessor) {
    yield { ...record, predecessor: through, through: undefined };
  }
  const when = record.date === undefined ? null : intervalOf(parseDate(record.date));
  for (const placement of placements.get(predecessor) ?? []) {
    const there = when === null ? Truth.POSSIBLY : placed(placement, when);
    if (there === Truth.NO) continue;
    const certainties: Certainty[] = [record.certainty, placement.certainty];
    if (there === Truth.POSSIBLY && placements.get(predecessor)?.length !== 1) certainties.push("INFERRED");
    yield {
      ...record,
      predecessor: placement.parent,
      through: record.through ?? predecessor,
      certainty: weakest(certainties),
      cite: record.cite === placement.cite ? record.cite : `${record.cite}; ${placement.cite}`,
    };
  }
}

function endsAndMechanism({ predecessor, successor, mechanism }: DescentRecord): string {
  return `${predecessor}|${successor}|${mechanism}`;
}

/** In a break-up the unit leaves on the day of the link, so a day in common is enough. */
function placed(placement: RecordOf<"placements">, when: Interval): Truth {
  const period = placement.period === undefined ? undated : parsePeriod(placement.period);
  return touched(boundsOf(period, placement.observed?.map(parseInterval)), when);
}

/** Readable and stable: what makes the link the one it is. */
export function descentKey({ predecessor, successor, mechanism, date, through }: DescentRecord): string {
  return ["descent", predecessor, successor, mechanism, date ?? "", through ?? ""].join("|");
}
