import type { Organization } from "../domain/organization.js";
import type { Question, Reader, Row, Value } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { organizationOf } from "./entity.js";
import { type Condition, type OrganizationFilter, conditionOf, sought } from "./organization-filter.js";
import { type Properties, numberOf, numberOrNull, once, record, text, textOrNull } from "./properties.js";

export const OrderField = { NAME: "NAME", FOUNDED: "FOUNDED", DESCENDANTS: "DESCENDANTS" } as const;
export type OrderField = (typeof OrderField)[keyof typeof OrderField];
export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];

export interface Order {
  readonly field: OrderField;
  readonly direction: SortDirection;
}

/** Where in an ordered list an organization stands: its sort key, and its id for ties. */
export interface Place {
  readonly key: string | number;
  readonly id: string;
}

/** A stretch of an ordered list: from a place on, or up to one. */
export interface Stretch {
  readonly order: Order;
  readonly after: Place | null;
  readonly before: Place | null;
  /** How many at the most: the first ones, or where `fromEnd` the last ones. */
  readonly limit: number;
  readonly fromEnd: boolean;
}

export interface Placed {
  readonly organization: Organization;
  readonly place: Place;
}

const fromTown = statement("organization/from/town");

/** Property names come from here alone. Of a descending list by founding, what is unknown comes last, too. */
const sortProperty: Readonly<Record<OrderField, Readonly<Record<SortDirection, string>>>> = {
  NAME: { ASC: "sortName", DESC: "sortName" },
  FOUNDED: { ASC: "sortFounded", DESC: "startEarliest" },
  DESCENDANTS: { ASC: "descendantCount", DESC: "descendantCount" },
};

/** A stretch of the organizations that fulfil a condition. */
export async function listOrganizations(
  reader: Reader,
  condition: Condition,
  stretch: Stretch,
): Promise<readonly Placed[]> {
  if (condition.among === null) {
    const list = condition.town ?? wholeList;
    const buckets = bucketsOf(list, stretch.order);
    if (buckets !== null) return (await readByBuckets(reader, [list], buckets, condition, stretch)).get(list) ?? [];
  }
  const { text, parameters } = sought(condition);
  const rows = await reader.read(
    {
      name: "organization/list",
      // Sorted before they are read: an embedded engine would read all of them for the sake of a page.
      text: `${text}${cut(stretch)}
WITH it
${ordered(stretch)}
RETURN it.record AS organization, it.${property(stretch)} AS place
ORDER BY ${order(stretch)}`,
    },
    { ...parameters, ...cutParameters(stretch) },
  );
  return inOrder(placed(rows), stretch);
}

/** For each town the same stretch of its organizations. */
export async function listOrganizationsOfTowns(
  reader: Reader,
  towns: readonly string[],
  filter: OrganizationFilter,
  stretch: Stretch,
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const condition = await conditionOf(reader, filter);
  const buckets = condition.among === null && towns[0] !== undefined ? bucketsOf(towns[0], stretch.order) : null;
  if (buckets !== null) return readByBuckets(reader, towns, buckets, condition, stretch);
  const question = listsOf("organization/list-of-towns", fromTown.text, condition, stretch);
  const found = await reader.ask(question, towns, { ...condition.parameters, ...cutParameters(stretch) });
  return new Map([...found].map(([town, placed]) => [town, inOrder(placed, stretch)]));
}

/** For each `key`, a stretch of what is found for it. */
function listsOf(name: string, found: string, condition: Condition, stretch: Stretch): Question<readonly Placed[]> {
  const text = `UNWIND $ids AS key
CALL (key) {
${found}
WHERE ${condition.text}${cut(stretch)}
RETURN it
${ordered(stretch)}
}
RETURN key, it.record AS organization, it.${property(stretch)} AS place
ORDER BY key, ${order(stretch)}`;
  return { statement: { name, text }, make: (rows) => rows.map(placedIn) };
}

/** The list of all organizations: the id of the dataset's node. Those of towns are called by the town's id. */
const wholeList = "dataset";

/** The property that says in which bucket of a list organizations stand, and in which direction the list is counted. */
interface Buckets {
  readonly property: string;
  readonly direction: SortDirection;
}

/** Null where a list has none in an order (`dataset/write/buckets.ts`), and is sorted as it is read. */
function bucketsOf(list: string, { field, direction }: Order): Buckets | null {
  if (list !== wholeList) return field === "NAME" ? { property: "townNameBucket", direction: "ASC" } : null;
  if (field === "NAME") return { property: "nameBucket", direction: "ASC" };
  if (field === "FOUNDED") return { property: direction === "ASC" ? "foundedBucket" : "foundedLastBucket", direction };
  return direction === "DESC" ? { property: "descendantsBucket", direction } : null;
}

/** How many times as many buckets are read at once as before, until enough is found. */
const widening = 4;

/** The numbers of buckets of a list, by the names of their properties with an `s`. */
const bucketCounts: Question<Properties> = {
  statement: statement("organization/bucket-counts"),
  make: ([row]) => (row === undefined ? {} : record(row, "record")),
};

/**
 * Reads lists bucket by bucket from where a stretch begins, until it is full: an engine whose indexes serve equality
 * only finds a bucket at once, and would have to sort all for the first page. A stretch of few that fulfil a rare
 * condition is found by a handful of statements, each of which reads more buckets than the one before.
 */
async function readByBuckets(
  reader: Reader,
  lists: readonly string[],
  { property: bucketProperty, direction }: Buckets,
  condition: Condition,
  stretch: Stretch,
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const up = (stretch.order.direction === direction) !== stretch.fromEnd;
  const walks = lists.map((list) => ({ list, next: 0, end: Infinity, found: [] as Placed[] }));
  const isOpen = ({ next, end, found }: (typeof walks)[number]) =>
    found.length < stretch.limit && 0 <= next && next < end;
  const learnEnds = async (): Promise<void> => {
    const counts = await reader.ask(bucketCounts, lists);
    for (const walk of walks) walk.end = numberOrNull(counts.get(walk.list) ?? {}, `${bucketProperty}s`) ?? 0;
  };

  const begins = stretch.fromEnd ? stretch.before : stretch.after;
  if (!up) {
    await learnEnds();
    for (const walk of walks) walk.next = walk.end - 1;
  }
  if (begins !== null) {
    const bucket = await bucketOf(reader, begins, bucketProperty, property(stretch));
    for (const walk of walks) if (walk.list === bucket?.list) walk.next = bucket.number;
  }
  const inBucket = `MATCH (it:Organization {${bucketProperty}: key, generation: $generation})`;
  const question = listsOf("organization/list-by-buckets", inBucket, condition, stretch);
  for (let width = 1, open = walks; open.length > 0; width *= widening) {
    const spans = open.map((walk) => {
      const numbers = Array.from({ length: width }, (_, index) => (up ? walk.next + index : walk.next - index));
      const within = numbers.filter((number) => 0 <= number && number < walk.end);
      return { walk, buckets: within.map((number) => `${walk.list}|${number}`) };
    });
    const found = await reader.ask(
      question,
      spans.flatMap(({ buckets }) => buckets),
      { ...condition.parameters, ...cutParameters(stretch) },
    );
    for (const { walk, buckets } of spans) {
      walk.next += up ? width : -width;
      walk.found.push(...buckets.flatMap((bucket) => found.get(bucket) ?? []));
    }
    // Most stretches are full by then, and need not know where their list ends.
    if (width === 1 && up && walks.some(isOpen)) await learnEnds();
    open = walks.filter(isOpen);
  }
  return new Map(walks.map(({ list, found }) => [list, inOrder(found.slice(0, stretch.limit), stretch)]));
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
      name: "organization/bucket-of",
      text: `MATCH (it:Entity:Organization {id: $id, generation: $generation})
RETURN it.${bucketProperty} AS bucket, it.${keyProperty} AS key`,
    },
    { id },
  );
  const bucket = row === undefined ? null : textOrNull(row, "bucket");
  if (bucket === null || row?.["key"] !== key) return null;
  const [list = "", number] = bucket.split("|");
  return { list, number: Number(number) };
}

export async function countOrganizations(reader: Reader, condition: Condition): Promise<number> {
  const { text, parameters } = sought(condition);
  const [row] = await reader.read(
    { name: "organization/count", text: `${text}\nRETURN count(it) AS count` },
    parameters,
  );
  return numberOf(row ?? {}, "count");
}

export async function countOrganizationsOfTowns(
  reader: Reader,
  towns: readonly string[],
  filter: OrganizationFilter,
): Promise<ReadonlyMap<string, number>> {
  const condition = await conditionOf(reader, filter);
  const question: Question<number> = {
    statement: {
      name: "organization/count-of-towns",
      text: `UNWIND $ids AS key\n${fromTown.text}\nWHERE ${condition.text}\nRETURN key, count(it) AS count`,
    },
    make: ([row]) => (row === undefined ? 0 : numberOf(row, "count")),
  };
  return reader.ask(question, towns, condition.parameters);
}

/** What organizations are counted by. */
export const OrganizationDimension = {
  KIND: "KIND",
  FIRM_KIND: "FIRM_KIND",
  INSTITUTION_KIND: "INSTITUTION_KIND",
  TOWN: "TOWN",
  COUNTRY: "COUNTRY",
  SECTOR: "SECTOR",
  FOUNDED_DECADE: "FOUNDED_DECADE",
} as const;
export type OrganizationDimension = (typeof OrganizationDimension)[keyof typeof OrganizationDimension];

const dimensionProperty: Readonly<Record<OrganizationDimension, string>> = {
  KIND: "kind",
  FIRM_KIND: "firmKind",
  INSTITUTION_KIND: "institutionKind",
  TOWN: "town",
  COUNTRY: "country",
  SECTOR: "sector",
  FOUNDED_DECADE: "foundedDecade",
};

/** How many organizations there are of the same values, in the order of the dimensions; empty where there is none. */
export interface OrganizationCount {
  readonly values: readonly string[];
  readonly count: number;
}

/** The organizations that fulfil a condition counted by dimensions, most first, then by their values. */
export async function countOrganizationsBy(
  reader: Reader,
  condition: Condition,
  by: readonly OrganizationDimension[],
): Promise<readonly OrganizationCount[]> {
  const columns = by.map((dimension, index) => `coalesce(it.${dimensionProperty[dimension]}, '') AS value${index}`);
  const { text: beginning, parameters } = sought(condition);
  const rows = await reader.read(
    {
      name: "organization/count-by",
      text: `${beginning}\nRETURN ${[...columns, "count(it) AS count"].join(", ")}`,
    },
    parameters,
  );
  return rows
    .map((row) => ({ values: by.map((_, index) => text(row, `value${index}`)), count: numberOf(row, "count") }))
    .toSorted((a, b) => b.count - a.count || (a.values.join("|") < b.values.join("|") ? -1 : 1));
}

/** Which of the organizations fulfil a filter. */
export async function matching(
  reader: Reader,
  ids: readonly string[],
  filter: OrganizationFilter,
): Promise<ReadonlySet<string>> {
  const { text: beginning, parameters } = sought({ ...(await conditionOf(reader, filter)), among: ids });
  const rows = await reader.read(
    { name: "organization/matching", text: `${beginning}\nRETURN it.id AS id` },
    parameters,
  );
  return new Set(rows.map((row) => text(row, "id")));
}

/** Reading the last ones is reading the first ones of the reversed list. */
function descends({ order: { direction }, fromEnd }: Stretch): boolean {
  return (direction === SortDirection.DESC) !== fromEnd;
}

function property({ order: { field, direction } }: Stretch): string {
  return sortProperty[field][direction];
}

function order(stretch: Stretch): string {
  const key = `it.${property(stretch)} ${descends(stretch) ? "DESC" : "ASC"}`;
  return `${key}, it.id ${stretch.fromEnd ? "DESC" : "ASC"}`;
}

function ordered(stretch: Stretch): string {
  return `ORDER BY ${order(stretch)}\nLIMIT $limit`;
}

/** What lies beyond a place in the list: keys compare by the direction, and of equal keys the ids ascend. */
function cut({ order: { field, direction }, after, before }: Stretch): string {
  const key = `it.${sortProperty[field][direction]}`;
  const [later, earlier] = direction === SortDirection.DESC ? ["<", ">"] : [">", "<"];
  const parts = [
    after === null ? "" : ` AND (${key} ${later} $afterKey OR (${key} = $afterKey AND it.id > $afterId))`,
    before === null ? "" : ` AND (${key} ${earlier} $beforeKey OR (${key} = $beforeKey AND it.id < $beforeId))`,
  ];
  return parts.join("");
}

function cutParameters({ after, before, limit }: Stretch): Record<string, Value> {
  return {
    limit,
    ...(after === null ? {} : { afterKey: after.key, afterId: after.id }),
    ...(before === null ? {} : { beforeKey: before.key, beforeId: before.id }),
  };
}

/** As the list has them, whichever end of it was read. */
function inOrder(found: readonly Placed[], { fromEnd }: Stretch): readonly Placed[] {
  return fromEnd ? found.toReversed() : found;
}

const placed = once((rows) => rows.map(placedIn));

function placedIn(row: Row): Placed {
  const organization = organizationOf(record(row, "organization"));
  return { organization, place: { key: row["place"] as string | number, id: organization.id } };
}
