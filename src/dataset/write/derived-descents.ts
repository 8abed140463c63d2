import { addToList } from "../../domain/add-to-list.js";
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
import type { Records } from "../compiled.js";
import { citationsOf } from "./properties.js";

type DescentRecord = Records["descents"][number];

/** A link of descent as the graph holds it: one that the dataset states, or one that follows from it. */
export interface DescentLink {
  readonly record: DescentRecord;
  readonly derived: boolean;
  /** Of one that follows, those of all that it follows from, as `citationsOf` gives them. */
  readonly citations: readonly string[];
  /** Ids of the sources that all have to be right for it. */
  readonly sources: readonly string[];
}

/**
 * The links of the dataset, and those that follow from where units were placed: what came out of a unit descends from
 * what the unit was part of at the time, however deep it lay, and what came out of a firm through a unit descends from
 * that unit. A link that follows is as certain as its weakest part, and at the most inferred where the dates leave open
 * whether the unit lay there then.
 */
export function descentLinks(records: Records, defaultSource: string): DescentLink[] {
  const placements = new Map<string, Placement[]>();
  for (const record of records.placements) {
    const placement = { record, citations: citationsOf(record, defaultSource), source: record.source ?? defaultSource };
    addToList(placements, record.unit, placement);
  }
  const stated = records.descents.map((record): DescentLink => ({
    record,
    derived: false,
    citations: citationsOf(record, defaultSource),
    sources: [record.source ?? defaultSource],
  }));
  const statedEnds = new Set(records.descents.map(endsAndMechanism));
  // All that follows, by its whole content: what of it is one link is put together when nothing more follows.
  const derivations = new Map<string, DescentLink>();
  const pending = [...stated];
  for (let link = pending.pop(); link !== undefined; link = pending.pop()) {
    for (const derived of following(link, placements)) {
      const { record } = derived;
      if (statedEnds.has(endsAndMechanism(record)) || record.predecessor === record.successor) continue;
      const content = JSON.stringify([Object.entries(record).toSorted(), derived.citations]);
      if (derivations.has(content)) continue;
      derivations.set(content, derived);
      pending.push(derived);
    }
  }
  const byId = new Map<string, DescentLink[]>();
  for (const [, link] of [...derivations].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    addToList(byId, linkId(link), link);
  }
  return [...stated, ...[...byId.values()].map(together)];
}

interface Placement {
  readonly record: Records["placements"][number];
  readonly citations: readonly string[];
  readonly source: string;
}

/**
 * One link that follows in several ways: the most certain ones stand, with what any of them says carried over and the
 * citations of all of them.
 */
function together(ways: readonly DescentLink[]): DescentLink {
  const strength = Math.max(...ways.map(({ record }) => certaintyStrength(record.certainty)));
  const surest = ways.filter(({ record }) => certaintyStrength(record.certainty) === strength);
  const [first] = surest as [DescentLink, ...DescentLink[]];
  return {
    ...first,
    record: { ...first.record, continuity: [...new Set(surest.flatMap(({ record }) => record.continuity))] },
    citations: [...new Set(surest.flatMap(({ citations }) => citations))],
  };
}

function* following(
  { record, citations, sources }: DescentLink,
  placements: ReadonlyMap<string, readonly Placement[]>,
): Iterable<DescentLink> {
  const { through, predecessor } = record;
  if (through !== undefined && through !== predecessor) {
    yield { record: { ...record, predecessor: through, through: undefined }, derived: true, citations, sources };
  }
  const when = record.date === undefined ? null : intervalOf(parseDate(record.date));
  for (const placement of placements.get(predecessor) ?? []) {
    const there = when === null ? Truth.POSSIBLY : placed(placement.record, when);
    if (there === Truth.NO) continue;
    const certainties: Certainty[] = [record.certainty, placement.record.certainty];
    if (there === Truth.POSSIBLY && placements.get(predecessor)?.length !== 1) certainties.push("INFERRED");
    yield {
      record: {
        ...record,
        predecessor: placement.record.parent,
        through: record.through ?? predecessor,
        certainty: weakest(certainties),
      },
      derived: true,
      citations: [...new Set([...citations, ...placement.citations])],
      sources: [...new Set([...sources, placement.source])].toSorted(),
    };
  }
}

function endsAndMechanism({ predecessor, successor, mechanism }: DescentRecord): string {
  return `${predecessor}|${successor}|${mechanism}`;
}

/** In a break-up the unit leaves on the day of the link, so a day in common is enough. */
function placed(placement: Records["placements"][number], when: Interval): Truth {
  const period = placement.period === undefined ? undated : parsePeriod(placement.period);
  return touched(boundsOf(period, placement.observed?.map(parseInterval)), when);
}

/** Readable and stable: what makes the link the one it is. One that follows rests on sources of its own. */
export function linkId({ record, derived, sources }: DescentLink): string {
  const { predecessor, successor, mechanism, date, through } = record;
  const parts = ["descent", predecessor, successor, mechanism, date ?? "", through ?? ""];
  return [...parts, ...(derived ? sources : [])].join("|");
}
