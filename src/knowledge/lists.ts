import type { Contradiction, Entity, Measure, Phase, Sector, Source, Table } from "../domain/entity.js";
import type { Place } from "../domain/entity.js";
import type { Reader, Row } from "../graph/graph.js";
import { onceEach } from "../graph/once-each.js";
import { type Statement, statement } from "../graph/statement.js";
import { entityOf } from "./entity.js";
import { localized, numberOf, record, text } from "./properties.js";

/** Lists of kinds of which there are few, whole. */
function listOf<Item extends Entity>(each: Statement): (reader: Reader) => Promise<readonly Item[]> {
  const items = onceEach((rows: readonly Row[]) => rows.map((row) => entityOf(record(row, "record")) as Item));
  return async (reader) => items(await reader.read(each));
}

export const listTowns = listOf<Place>(statement("list/towns"));
export const listPlaces = listOf<Place>(statement("list/places"));
export const listSectors = listOf<Sector>(statement("list/sectors"));
export const listTables = listOf<Table>(statement("list/tables"));
export const listPhases = listOf<Phase>(statement("list/phases"));
export const listSources = listOf<Source>(statement("list/sources"));

const measures = statement("list/measures");

export async function listMeasures(reader: Reader): Promise<readonly Measure[]> {
  const rows = await reader.read(measures);
  return rows.map((row) => {
    const measure = record(row, "record");
    return {
      id: text(measure, "id").slice("measure/".length),
      name: localized(measure, "name"),
      unit: text(measure, "unit"),
      definition: localized(measure, "definition"),
      observationCount: numberOf(measure, "observationCount"),
    };
  });
}

const contradictions = statement("list/contradictions");

/** Contradictions about a node, or about a town and its organizations; of a condition that is null, whatever. */
export async function listContradictions(
  reader: Reader,
  conditions: { readonly about: string | null; readonly town: string | null },
): Promise<readonly Contradiction[]> {
  const rows = await reader.read(contradictions, conditions);
  return rows.map((row) => entityOf(record(row, "record")) as Contradiction);
}

const cited = statement("list/cited");
const citedCount = statement("list/cited-count");

/** Nodes that rest on a place in a source, by id; see `placeInSource`. */
export async function listCited(
  reader: Reader,
  place: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly Entity[]> {
  const rows = await reader.read(cited, { place, after, limit });
  return rows.map((row) => entityOf(record(row, "record")));
}

export async function countCited(reader: Reader, place: string): Promise<number> {
  const [row] = await reader.read(citedCount, { place });
  return numberOf(row ?? {}, "count");
}
