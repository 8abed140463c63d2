import { type Gap, gapOf, nodeOfGap } from "../domain/gap.js";
import type { GapKind } from "../domain/vocabulary.js";
import type { Question, Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import {
  type Place,
  type Reading,
  afterParameters,
  comesAfter,
  countOf,
  firstOfEach,
  readByBuckets,
  wholeList,
  wholeListOf,
} from "./buckets.js";
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

const where = statement("gap/where");

/** Stands for the name by which an organization's gaps are found: those of events come after them all. */
const eventKey = 1;

/** Of gaps, only those of events stand in buckets of their own. */
const ofEvents = wholeListOf({
  label: "Gap",
  keyProperty: "id",
  where,
  make: (row) => placed(text(row, "place"), eventKey),
});
const countAll = countOf("Gap", where);
const ofEventsOfTown = statement("list/gaps-of-town-events");
const countOfTown = statement("list/gap-count-of-town");

/** Gaps by the names of organizations and then by id; those of events last. */
export async function listGaps(
  reader: Reader,
  conditions: GapConditions,
  { begins, limit }: Reading,
): Promise<readonly PlacedGap[]> {
  const inEvents = begins?.key === eventKey;
  const found = inEvents ? [] : await gapsOfOrganizations(reader, conditions, { begins, limit });
  if (found.length >= limit) return found;
  const after = inEvents ? begins.id : null;
  return [...found, ...(await gapsOfEvents(reader, conditions, after, limit - found.length))];
}

async function gapsOfOrganizations(
  reader: Reader,
  { town, kinds }: GapConditions,
  { begins, limit }: Reading,
): Promise<readonly PlacedGap[]> {
  const list = town ?? wholeList;
  const bucketProperty = town === null ? "nameBucket" : "townNameBucket";
  const found = await readByBuckets(reader, [list], {
    question: gapsInBuckets(bucketProperty),
    parameters: { kinds, ...afterParameters(begins), limit },
    bucketProperty,
    keyProperty: "sortName",
    up: true,
    // The bucket is the organization's.
    begins: begins === null ? null : { key: begins.key, id: nodeOfGap(begins.id) },
    limit,
  });
  return found.get(list) ?? [];
}

function gapsInBuckets(bucketProperty: string): Question<readonly PlacedGap[]> {
  const name = "organization.sortName";
  return {
    statement: {
      name: "gap/list-by-buckets-of-organizations",
      text: firstOfEach({
        found: `MATCH (organization:Organization {${bucketProperty}: key, generation: $generation})
MATCH (organization)<-[:ABOUT]-(it:Gap)`,
        where: `(${where.text}) AND ${comesAfter(name)}`,
        key: name,
        shown: "it.id AS id",
      }),
    },
    make: (rows) => rows.map((row) => placed(text(row, "id"), text(row, "place"))),
  };
}

async function gapsOfEvents(
  reader: Reader,
  { town, kinds }: GapConditions,
  after: string | null,
  limit: number,
): Promise<readonly PlacedGap[]> {
  if (town === null) {
    return ofEvents.read(reader, { kinds }, { begins: after === null ? null : { key: after, id: after }, limit });
  }
  const rows = await reader.read(ofEventsOfTown, { town, kinds, after, limit });
  return rows.map((row) => placed(text(row, "id"), eventKey));
}

export async function countGaps(reader: Reader, { town, kinds }: GapConditions): Promise<number> {
  if (town === null) return countAll(reader, { kinds });
  const [row] = await reader.read(countOfTown, { town, kinds });
  return numberOf(row ?? {}, "count");
}

function placed(id: string, key: Place["key"]): PlacedGap {
  return { gap: gapOf(id), place: { key, id } };
}
