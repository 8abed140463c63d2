import { Certainty, certaintyStrength } from "../domain/certainty.js";
import { AFTER_ALL, BEFORE_ALL } from "../domain/day.js";
import { type Descent, Direction } from "../domain/lineage.js";
import { type Interval } from "../domain/period.js";
import type { Continuity } from "../domain/vocabulary.js";
import { Mechanism } from "../domain/vocabulary.js";
import type { Question, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { happening, record, text, textOrNull, texts, truthOf } from "./properties.js";

const linksDown: Question<readonly Descent[]> = {
  statement: statement("lineage/links-down"),
  make: (rows, id) => rows.map((row) => descentOf(record(row, "fact"), id, text(row, "other"))),
};
const linksUp: Question<readonly Descent[]> = {
  statement: statement("lineage/links-up"),
  make: (rows, id) => rows.map((row) => descentOf(record(row, "fact"), text(row, "other"), id)),
};

/** What every link of a way has to be. */
export interface LinkFilter {
  readonly mechanisms: readonly Mechanism[];
  /** At least one of these carried over; null: whatever did. */
  readonly continuity: readonly Continuity[] | null;
  readonly during: Interval | null;
  readonly minCertainty: Certainty;
  /** Whether links count that follow from where units were placed. */
  readonly throughUnits: boolean;
  /** Ids of sources that a link may not rest on; null: whatever it rests on. */
  readonly excludeSources: readonly string[] | null;
  /** Whether links are left out that lie within `during` only possibly. */
  readonly certainly: boolean;
}

/** All mechanisms but `INITIATIVE`, which carries nothing over and is followed only where it is asked for. */
export const everyLink: LinkFilter = {
  mechanisms: Object.values(Mechanism).filter((mechanism) => mechanism !== "INITIATIVE"),
  continuity: null,
  during: null,
  minCertainty: Certainty.DISPUTED,
  throughUnits: true,
  excludeSources: null,
  certainly: false,
};

/** The links that lead on from organizations in a direction, one level, in the order of the ids at their other end. */
export function linksFrom(
  reader: Reader,
  ids: readonly string[],
  direction: Direction,
  filter: LinkFilter,
): Promise<ReadonlyMap<string, readonly Descent[]>> {
  return reader.ask(direction === Direction.DESCENDANTS ? linksDown : linksUp, ids, {
    mechanisms: filter.mechanisms,
    continuity: filter.continuity,
    first: filter.during?.first ?? BEFORE_ALL,
    last: filter.during?.last ?? AFTER_ALL,
    strength: certaintyStrength(filter.minCertainty),
    derived: filter.throughUnits,
    excluded: filter.excludeSources,
    certainly: filter.certainly && filter.during !== null,
    doubtful: filter.during?.uncertain ?? false,
  });
}

export function descentOf(link: Row, predecessor: string, successor: string): Descent {
  return {
    id: text(link, "id"),
    predecessor,
    successor,
    mechanism: text(link, "mechanism") as Mechanism,
    continuity: texts(link, "continuity") as readonly Continuity[],
    through: textOrNull(link, "through"),
    event: textOrNull(link, "event"),
    derived: truthOf(link, "derived"),
    ...happening(link),
  };
}
