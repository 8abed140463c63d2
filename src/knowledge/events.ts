import { AFTER_ALL, BEFORE_ALL } from "../domain/day.js";
import type { Event } from "../domain/entity.js";
import type { Interval } from "../domain/period.js";
import type { EventKind } from "../domain/vocabulary.js";
import type { Parameters, Question, Reader, Row } from "../graph/graph.js";
import { type Statement, statement } from "../graph/statement.js";
import { type Reading, readList } from "./buckets.js";
import { entityOf } from "./entity.js";
import { numberOf, record } from "./properties.js";

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
  bucket: statement("event/from/bucket"),
  all: statement("event/from/all"),
};
const where = statement("event/where");

/** Where events are looked for that are of one thing; null where they may be of any. */
function wayTo({ participant, phase, town }: EventConditions): Statement | null {
  if (participant !== null) return from.participant;
  if (phase !== null) return from.phase;
  return town === null ? null : from.town;
}

/** Whether what is looked for is of one thing, and is found by way of that. */
export function areOfOne(conditions: EventConditions): boolean {
  return wayTo(conditions) !== null;
}

/** All events that fulfil conditions, by date. */
export async function listEvents(reader: Reader, conditions: EventConditions): Promise<readonly Event[]> {
  const { text } = wayTo(conditions) ?? from.all;
  const rows = await reader.read(
    {
      name: "event/list",
      text: `${text}\nWHERE ${where.text}\nWITH DISTINCT it\nRETURN it.record AS record\nORDER BY it.dateEarliest, it.id`,
    },
    parametersOf(conditions),
  );
  return rows.map(eventOf);
}

const inBuckets: Question<readonly Event[]> = {
  statement: {
    name: "event/list-by-buckets",
    text: `UNWIND $ids AS key
CALL (key) {
${from.bucket.text}
WHERE ${where.text}
  AND ($afterKey IS NULL OR it.dateEarliest > $afterKey OR (it.dateEarliest = $afterKey AND it.id > $afterId))
RETURN it
ORDER BY it.dateEarliest, it.id
LIMIT $limit
}
RETURN key, it.record AS record
ORDER BY key, it.dateEarliest, it.id`,
  },
  make: (rows) => rows.map(eventOf),
};

/** Events that fulfil conditions by date, from a place on. */
export async function readEvents(
  reader: Reader,
  conditions: EventConditions,
  { begins, limit }: Reading,
): Promise<readonly Event[]> {
  const after = { afterKey: begins?.key ?? null, afterId: begins?.id ?? null };
  return readList(reader, {
    question: inBuckets,
    parameters: { ...parametersOf(conditions), ...after, limit },
    bucketProperty: "eventBucket",
    keyProperty: "dateEarliest",
    begins,
    limit,
  });
}

export async function countEvents(reader: Reader, conditions: EventConditions): Promise<number> {
  const [row] = await reader.read(
    { name: "event/count", text: `${from.all.text}\nWHERE ${where.text}\nRETURN count(it) AS count` },
    parametersOf(conditions),
  );
  return numberOf(row ?? {}, "count");
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
