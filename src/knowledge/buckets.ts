// Long lists are read bucket by bucket: an engine whose indexes serve equality only finds a bucket at once, and would
// have to sort all for the first page. What stands in which bucket is worked out at the load
// (`dataset/write/buckets.ts`).
import type { Parameters, Question, Reader, Row } from "../graph/graph.js";
import { type Statement, statement } from "../graph/statement.js";
import { type Properties, numberOf, numberOrNull, record, textOrNull } from "./properties.js";

/** Where in an ordered list something stands: its sort key, and its id for ties. */
export interface Place {
  readonly key: string | number;
  readonly id: string;
}

/** The list of all that has an order: the id of the dataset's node. Those of towns are called by the town's id. */
export const wholeList = "dataset";

/** From where a list is read, and how far. */
export interface Reading {
  /** Null: from its end. */
  readonly begins: Place | null;
  /** How many are enough. */
  readonly limit: number;
}

export interface BucketReading<Item> extends Reading {
  /** Asked of buckets: what a page may show of each, in order. */
  readonly question: Question<readonly Item[]>;
  readonly parameters: Parameters;
  /** The property that says in which bucket of a list something stands. */
  readonly bucketProperty: string;
  /** The property that the list is sorted by. */
  readonly keyProperty: string;
  /** Whether buckets are read in growing numbers. */
  readonly up: boolean;
}

/** How many times as many buckets are read at once as before, until enough is found. */
const widening = 4;

/** The numbers of buckets of a list, by the names of their properties with an `s`. */
const bucketCounts: Question<Properties> = {
  statement: statement("list/bucket-counts"),
  make: ([row]) => (row === undefined ? {} : record(row, "record")),
};

/**
 * Reads lists from where a page begins, until it is full. A page of few that fulfil a rare condition is found by a
 * handful of statements, each of which reads more buckets than the one before.
 */
export async function readByBuckets<Item>(
  reader: Reader,
  lists: readonly string[],
  { question, parameters, bucketProperty, keyProperty, up, begins, limit }: BucketReading<Item>,
): Promise<ReadonlyMap<string, readonly Item[]>> {
  const walks = lists.map((list) => ({ list, next: 0, end: Infinity, found: [] as Item[] }));
  const isOpen = ({ next, end, found }: (typeof walks)[number]) => found.length < limit && 0 <= next && next < end;
  const learnEnds = async (): Promise<void> => {
    const counts = await reader.ask(bucketCounts, lists);
    for (const walk of walks) walk.end = numberOrNull(counts.get(walk.list) ?? {}, `${bucketProperty}s`) ?? 0;
  };

  if (!up) {
    await learnEnds();
    for (const walk of walks) walk.next = walk.end - 1;
  }
  if (begins !== null) {
    const bucket = await bucketOf(reader, begins, bucketProperty, keyProperty);
    for (const walk of walks) if (walk.list === bucket?.list) walk.next = bucket.number;
  }
  for (let width = 1, open = walks; open.length > 0; width *= widening) {
    const spans = open.map((walk) => {
      const numbers = Array.from({ length: width }, (_, index) => (up ? walk.next + index : walk.next - index));
      const within = numbers.filter((number) => 0 <= number && number < walk.end);
      return { walk, buckets: within.map((number) => `${walk.list}|${number}`) };
    });
    const found = await reader.ask(
      question,
      spans.flatMap(({ buckets }) => buckets),
      parameters,
    );
    for (const { walk, buckets } of spans) {
      walk.next += up ? width : -width;
      walk.found.push(...buckets.flatMap((bucket) => found.get(bucket) ?? []));
    }
    // Most pages are full by then, and need not know where their list ends.
    if (width === 1 && up && walks.some(isOpen)) await learnEnds();
    open = walks.filter(isOpen);
  }
  return new Map(walks.map(({ list, found }) => [list, found.slice(0, limit)]));
}

/** A list of all nodes of a label, which has one order and is read upwards. */
export interface WholeList<Item> {
  /** In small letters, with `Bucket` behind it, the property that says in which bucket a node stands. */
  readonly label: string;
  readonly keyProperty: string;
  /** A condition on `it`, whose parameters are given where the list is read. */
  readonly where: Statement;
  /** Of the columns `record` and `place`, the node's sort key. */
  readonly make: (row: Row) => Item;
}

export interface ReadableList<Item> {
  /** What fulfils the condition, from a place on. */
  readonly read: (reader: Reader, parameters: Parameters, reading: Reading) => Promise<readonly Item[]>;
  /** How many fulfil it. */
  readonly count: (reader: Reader, parameters: Parameters) => Promise<number>;
}

export function wholeListOf<Item>({ label, keyProperty, where, make }: WholeList<Item>): ReadableList<Item> {
  const name = label.toLowerCase();
  const bucketProperty = `${name}Bucket`;
  const key = `it.${keyProperty}`;
  const question: Question<readonly Item[]> = {
    statement: {
      name: `${name}/list-by-buckets`,
      text: firstOfEach({
        found: `MATCH (it:${label} {${bucketProperty}: key, generation: $generation})`,
        where: `(${where.text}) AND ${comesAfter(key)}`,
        key,
        shown: "it.record AS record",
      }),
    },
    make: (rows) => rows.map(make),
  };
  return {
    read: async (reader, parameters, { begins, limit }) => {
      const found = await readByBuckets(reader, [wholeList], {
        question,
        parameters: { ...parameters, ...afterParameters(begins), limit },
        bucketProperty,
        keyProperty,
        up: true,
        begins,
        limit,
      });
      return found.get(wholeList) ?? [];
    },
    count: countOf(label, where),
  };
}

/** How many nodes of a label fulfil a condition on `it`. */
export function countOf(label: string, where: Statement): ReadableList<unknown>["count"] {
  const counting: Statement = {
    name: `${label.toLowerCase()}/count`,
    text: `MATCH (it:${label} {generation: $generation})\nWHERE ${where.text}\nRETURN count(it) AS count`,
  };
  return async (reader, parameters) => {
    const [row] = await reader.read(counting, parameters);
    return numberOf(row ?? {}, "count");
  };
}

/** How the first of many are found for each of several keys. */
interface FirstOfEach {
  /** Finds `it` for a `key`. */
  readonly found: string;
  readonly where: string;
  /** What `it` is sorted by, and handed over as `place`. */
  readonly key: string;
  readonly keysDescend?: boolean;
  /** Of equal keys. */
  readonly idsDescend?: boolean;
  /** Columns, beside `key` and `place`. */
  readonly shown: string;
}

/** The text of a statement that has the first `$limit` of each of `$ids`, in order. */
export function firstOfEach({ found, where, key, keysDescend, idsDescend, shown }: FirstOfEach): string {
  const order = `place${keysDescend === true ? " DESC" : ""}, it.id${idsDescend === true ? " DESC" : ""}`;
  return `UNWIND $ids AS key
CALL (key) {
${found}
WHERE ${where}
RETURN it, ${key} AS place
ORDER BY ${order}
LIMIT $limit
}
RETURN key, ${shown}, place
ORDER BY key, ${order}`;
}

/** What lies after a place in a list that ascends. */
export function comesAfter(key: string): string {
  return `($afterKey IS NULL OR ${key} > $afterKey OR (${key} = $afterKey AND it.id > $afterId))`;
}

export function afterParameters(place: Place | null): Parameters {
  return { afterKey: place?.key ?? null, afterId: place?.id ?? null };
}

/** The bucket of what stands at a place of a list; null where it stands there no more. */
async function bucketOf(
  reader: Reader,
  { id, key }: Place,
  bucketProperty: string,
  keyProperty: string,
): Promise<{ readonly list: string; readonly number: number } | null> {
  const [row] = await reader.read(
    {
      name: "list/bucket-of",
      text: `MATCH (it:Entity {id: $id, generation: $generation})
RETURN it.${bucketProperty} AS bucket, it.${keyProperty} AS key`,
    },
    { id },
  );
  const bucket = row === undefined ? null : textOrNull(row, "bucket");
  if (bucket === null || row?.["key"] !== key) return null;
  const [list = "", number] = bucket.split("|");
  return { list, number: Number(number) };
}
