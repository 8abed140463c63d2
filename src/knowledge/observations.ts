import { AFTER_ALL, BEFORE_ALL } from "../domain/day.js";
import type { Observation } from "../domain/entity.js";
import type { Interval } from "../domain/period.js";
import type { Parameters, Question, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Place, type Reading, readList } from "./buckets.js";
import { entityOf } from "./entity.js";
import { numberOf, record, text } from "./properties.js";

/** A condition that is null is not one; a list has everything once. */
export interface ObservationConditions {
  readonly tables: readonly string[] | null;
  readonly organizations: readonly string[] | null;
  readonly places: readonly string[] | null;
  readonly sectors: readonly string[] | null;
  readonly measures: readonly string[] | null;
  readonly total: boolean | null;
  readonly during: Interval | null;
}

/** An observation, and where it stands in the list of all: figures in the text first, then table by table, row by row. */
export interface PlacedObservation {
  readonly observation: Observation;
  readonly place: Place;
}

const from = {
  all: statement("observation/from/all"),
  about: statement("observation/from/about"),
  tables: statement("observation/from/tables"),
  bucket: statement("observation/from/bucket"),
};
const where = statement("observation/where");

/** Whether what is looked for is about few things, and is found by way of them. */
export function areAboutFew({ tables, organizations, places }: ObservationConditions): boolean {
  return (tables ?? organizations ?? places) !== null;
}

/** All observations that fulfil conditions, in their order. */
export async function listObservations(
  reader: Reader,
  conditions: ObservationConditions,
): Promise<readonly PlacedObservation[]> {
  const { tables, organizations, places } = conditions;
  const found = tables !== null ? from.tables : organizations !== null || places !== null ? from.about : from.all;
  const rows = await reader.read(
    {
      name: "observation/list",
      text: `${found.text}\nWHERE ${where.text}\nRETURN it.record AS record, it.listKey AS place\nORDER BY place`,
    },
    parametersOf(conditions),
  );
  return rows.map(placedIn);
}

const inBuckets: Question<readonly PlacedObservation[]> = {
  statement: {
    name: "observation/list-by-buckets",
    text: `UNWIND $ids AS key
CALL (key) {
${from.bucket.text}
WHERE ${where.text} AND ($after IS NULL OR it.listKey > $after)
RETURN it
ORDER BY it.listKey
LIMIT $limit
}
RETURN key, it.record AS record, it.listKey AS place
ORDER BY key, place`,
  },
  make: (rows) => rows.map(placedIn),
};

/** Observations that fulfil conditions, from a place on. */
export async function readObservations(
  reader: Reader,
  conditions: ObservationConditions,
  { begins, limit }: Reading,
): Promise<readonly PlacedObservation[]> {
  return readList(reader, {
    question: inBuckets,
    parameters: { ...parametersOf(conditions), after: begins?.key ?? null, limit },
    bucketProperty: "observationBucket",
    keyProperty: "listKey",
    begins,
    limit,
  });
}

export async function countObservations(reader: Reader, conditions: ObservationConditions): Promise<number> {
  const [row] = await reader.read(
    { name: "observation/count", text: `${from.all.text}\nWHERE ${where.text}\nRETURN count(it) AS count` },
    parametersOf(conditions),
  );
  return numberOf(row ?? {}, "count");
}

function parametersOf({ during, ...conditions }: ObservationConditions): Parameters {
  return { ...conditions, first: during?.first ?? BEFORE_ALL, last: during?.last ?? AFTER_ALL };
}

function placedIn(row: Row): PlacedObservation {
  const observation = entityOf(record(row, "record")) as Observation;
  return { observation, place: { key: text(row, "place"), id: observation.id } };
}
