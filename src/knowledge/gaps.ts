import { type Gap, gapOf } from "../domain/gap.js";
import type { GapKind } from "../domain/vocabulary.js";
import type { Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Reading, wholeListOf } from "./buckets.js";
import { numberOf, text } from "./properties.js";

/** A condition that is null is not one. */
export interface GapConditions {
  readonly town: string | null;
  readonly kinds: readonly GapKind[] | null;
}

const all = wholeListOf({
  label: "Gap",
  keyProperty: "id",
  where: statement("gap/where"),
  make: (row) => gapOf(text(row, "place")),
});
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
  const rows = await reader.read(ofTown, { town, kinds, after: begins?.id ?? null, limit });
  return rows.map((row) => gapOf(text(row, "id")));
}

export async function countGaps(reader: Reader, { town, kinds }: GapConditions): Promise<number> {
  if (town === null) return all.count(reader, { kinds });
  const [row] = await reader.read(countOfTown, { town, kinds });
  return numberOf(row ?? {}, "count");
}
