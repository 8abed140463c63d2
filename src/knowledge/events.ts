import { AFTER_ALL, BEFORE_ALL } from "../domain/day.js";
import type { Event } from "../domain/entity.js";
import type { Interval } from "../domain/period.js";
import type { EventKind } from "../domain/vocabulary.js";
import type { Parameters, Reader, Row } from "../graph/graph.js";
import { type Statement, statement } from "../graph/statement.js";
import { type Reading, wholeListOf } from "./buckets.js";
import { entityOf } from "./entity.js";
import { record } from "./properties.js";

/** A condition that is null is not one. */
export interface EventConditions {
  readonly town: string | null;
  readonly participant: string | null;
  readonly phase: string | null;
  readonly kinds: readonly EventKind[] | null;
  readonly during: Interval | null;
  /** Whether those are left out that happened within `during` only possibly. */
  readonly certainOnly: boolean;
}

const from = {
  town: statement("event/from/town"),
  participant: statement("event/from/participant"),
  phase: statement("event/from/phase"),
};
const where = statement("event/where");
const all = wholeListOf({ label: "Event", keyProperty: "dateEarliest", where, make: eventOf });

/** The thing that events are looked for by, where there is one. */
function wayTo({ participant, phase, town }: EventConditions): Statement | null {
  if (participant !== null) return from.participant;
  if (phase !== null) return from.phase;
  return town === null ? null : from.town;
}

/** All events that fulfil conditions, by date; null where they may be of anything, and so many that pages are read. */
export async function listEvents(reader: Reader, conditions: EventConditions): Promise<readonly Event[] | null> {
  const way = wayTo(conditions);
  if (way === null) return null;
  const rows = await reader.read(
    {
      name: "event/list",
      text: `${way.text}\nWHERE ${where.text}\nWITH DISTINCT it\nRETURN it.record AS record\nORDER BY it.dateEarliest, it.id`,
    },
    parametersOf(conditions),
  );
  return rows.map(eventOf);
}

/** Events that fulfil conditions by date, from a place on. */
export function readEvents(reader: Reader, conditions: EventConditions, reading: Reading): Promise<readonly Event[]> {
  return all.read(reader, parametersOf(conditions), reading);
}

export function countEvents(reader: Reader, conditions: EventConditions): Promise<number> {
  return all.count(reader, parametersOf(conditions));
}

function parametersOf({ during, certainOnly, ...conditions }: EventConditions): Parameters {
  return {
    ...conditions,
    first: during?.first ?? BEFORE_ALL,
    last: during?.last ?? AFTER_ALL,
    certainly: certainOnly && during !== null,
    doubtful: during?.uncertain ?? false,
  };
}

function eventOf(row: Row): Event {
  return entityOf(record(row, "record")) as Event;
}
