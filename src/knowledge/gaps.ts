import { type Gap, gapOf } from "../domain/gap.js";
import type { GapKind } from "../domain/vocabulary.js";
import type { Question, Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Place, type Reading, readByBuckets, wholeListOf } from "./buckets.js";
import { numberOf, text } from "./properties.js";

/** A condition that is null is not one. */
export interface GapConditions {
  readonly town: string | null;
  readonly kinds: readonly GapKind[] | null;
}

/** A gap, and where it stands in the list that it was read from. */
export interface PlacedGap {
  readonly gap: Gap;
  readonly place: Place;
}

const all = wholeListOf({
  label: "Gap",
  keyProperty: "id",
  where: statement("gap/where"),
  make: (row) => placed(text(row, "place"), text(row, "place")),
});
const inBuckets: Question<readonly PlacedGap[]> = {
  statement: statement("list/gaps-by-buckets"),
  make: (rows) => rows.map((row) => placed(text(row, "id"), text(row, "place"))),
};
const ofEvents = statement("list/gaps-of-town-events");
const countOfTown = statement("list/gap-count-of-town");

/** Stands for the name by which an organization's gaps are found: those of events come after them all. */
const eventKey = 1;

/** Gaps by id; those of a town by the names of organizations and then by id, and its events' last. */
export async function listGaps(
  reader: Reader,
  { town, kinds }: GapConditions,
  reading: Reading,
): Promise<readonly PlacedGap[]> {
  if (town === null) return all.read(reader, { kinds }, reading);
  const { begins, limit } = reading;
  const inEvents = begins?.key === eventKey;
  const found = inEvents ? [] : await gapsOfOrganizations(reader, town, kinds, reading);
  if (found.length >= limit) return found;
  const after = inEvents ? begins.id : null;
  const rows = await reader.read(ofEvents, { town, kinds, after, limit: limit - found.length });
  return [...found, ...rows.map((row) => placed(text(row, "id"), eventKey))];
}

async function gapsOfOrganizations(
  reader: Reader,
  town: string,
  kinds: GapConditions["kinds"],
  { begins, limit }: Reading,
): Promise<readonly PlacedGap[]> {
  const found = await readByBuckets(reader, [town], {
    question: inBuckets,
    parameters: { kinds, afterKey: begins?.key ?? null, afterId: begins?.id ?? null, limit },
    bucketProperty: "townNameBucket",
    keyProperty: "sortName",
    up: true,
    // The bucket is the organization's.
    begins: begins === null ? null : { key: begins.key, id: gapOf(begins.id).node },
    limit,
  });
  return found.get(town) ?? [];
}

export async function countGaps(reader: Reader, { town, kinds }: GapConditions): Promise<number> {
  if (town === null) return all.count(reader, { kinds });
  const [row] = await reader.read(countOfTown, { town, kinds });
  return numberOf(row ?? {}, "count");
}

function placed(id: string, key: Place["key"]): PlacedGap {
  return { gap: gapOf(id), place: { key, id } };
}
