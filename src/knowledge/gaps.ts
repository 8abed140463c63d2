import type { Gap } from "../domain/entity.js";
import { boundsOf, parsePeriod } from "../domain/period.js";
import type { GapKind } from "../domain/vocabulary.js";
import type { Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Reading, readList } from "./buckets.js";
import { numberOf, record, text, textOrNull } from "./properties.js";

/** A condition that is null is not one. */
export interface GapConditions {
  readonly town: string | null;
  readonly kinds: readonly GapKind[] | null;
}

const inBuckets = { statement: statement("list/gaps-in-buckets"), make: (rows: readonly Row[]) => rows.map(gapOf) };
const ofTown = statement("list/gaps-of-town");
const count = statement("list/gap-count");
const countOfTown = statement("list/gap-count-of-town");

/** Gaps by id, from a place on. */
export async function listGaps(
  reader: Reader,
  { town, kinds }: GapConditions,
  { begins, limit }: Reading,
): Promise<readonly Gap[]> {
  const parameters = { kinds, after: begins?.id ?? null, limit };
  if (town !== null) return (await reader.read(ofTown, { ...parameters, town })).map(gapOf);
  return readList(reader, {
    question: inBuckets,
    parameters,
    bucketProperty: "gapBucket",
    keyProperty: "id",
    begins,
    limit,
  });
}

export async function countGaps(reader: Reader, { town, kinds }: GapConditions): Promise<number> {
  const [row] = await (town === null ? reader.read(count, { kinds }) : reader.read(countOfTown, { town, kinds }));
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
