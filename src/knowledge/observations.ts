import { AFTER_ALL, BEFORE_ALL } from "../domain/day.js";
import type { Observation } from "../domain/entity.js";
import type { Interval } from "../domain/period.js";
import type { Parameters, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Place, type Reading, wholeListOf } from "./buckets.js";
import { entityOf } from "./entity.js";
import { record, text } from "./properties.js";

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
};
const where = statement("observation/where");
const all = wholeListOf({ label: "Observation", keyProperty: "listKey", where, make: placedIn });

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

/** Observations that fulfil conditions, from a place on. */
export function readObservations(
  reader: Reader,
  conditions: ObservationConditions,
  reading: Reading,
): Promise<readonly PlacedObservation[]> {
  return all.read(reader, parametersOf(conditions), reading);
}

export function countObservations(reader: Reader, conditions: ObservationConditions): Promise<number> {
  return all.count(reader, parametersOf(conditions));
}

function parametersOf({ during, ...conditions }: ObservationConditions): Parameters {
  return { ...conditions, first: during?.first ?? BEFORE_ALL, last: during?.last ?? AFTER_ALL };
}

function placedIn(row: Row): PlacedObservation {
  const observation = entityOf(record(row, "record")) as Observation;
  return { observation, place: { key: text(row, "place"), id: observation.id } };
}
