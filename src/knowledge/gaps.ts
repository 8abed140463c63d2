import type { Gap } from "../domain/entity.js";
import { boundsOf, parsePeriod } from "../domain/period.js";
import type { GapKind } from "../domain/vocabulary.js";
import type { Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Reading, wholeListOf } from "./buckets.js";
import { numberOf, record, text, textOrNull } from "./properties.js";

/** A condition that is null is not one. */
export interface GapConditions {
  readonly town: string | null;
  readonly kinds: readonly GapKind[] | null;
}

const all = wholeListOf({ label: "Gap", keyProperty: "id", where: statement("gap/where"), make: gapOf });
const ofTown = statement("list/gaps-of-town");
const countOfTown = statement("list/gap-count-of-town");

/** Gaps by id, from a place on. */
export async function listGaps(
  reader: Reader,
  { town, kinds }: GapConditions,
  reading: Reading,
): Promise<readonly Gap[]> {
  if (town === null) return all.read(reader, { kinds }, reading);
  const { begins, limit } = reading;
  return (await reader.read(ofTown, { town, kinds, after: begins?.id ?? null, limit })).map(gapOf);
}

export async function countGaps(reader: Reader, { town, kinds }: GapConditions): Promise<number> {
  if (town === null) return all.count(reader, { kinds });
  const [row] = await reader.read(countOfTown, { town, kinds });
  return numberOf(row ?? {}, "count");
}

function gapOf(row: Row): Gap {
  const gap = record(row, "record");
  const period = textOrNull(gap, "period");
  const known = period === null ? null : parsePeriod(period);
  return {
    id: text(gap, "id"),
    node: text(gap, "node"),
    kind: text(gap, "gapKind") as GapKind,
    period: known === null ? null : { ...known, bounds: boundsOf(known) },
  };
}
