import type { Organization } from "../domain/organization.js";
import type { Question, Reader, Row, Value } from "../graph/graph.js";
import { onceEach } from "../graph/once-each.js";
import { statement } from "../graph/statement.js";
import { type Place, firstOfEach, readByBuckets, wholeList } from "./buckets.js";
import { organizationOf } from "./entity.js";
import { type Condition, type OrganizationFilter, conditionOf, sought } from "./organization-filter.js";
import { numberOf, record, text } from "./properties.js";

export const OrderField = { NAME: "NAME", FOUNDED: "FOUNDED", DESCENDANTS: "DESCENDANTS" } as const;
export type OrderField = (typeof OrderField)[keyof typeof OrderField];
export const SortDirection = { ASC: "ASC", DESC: "DESC" } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];

export interface Order {
  readonly field: OrderField;
  readonly direction: SortDirection;
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
    if (buckets !== null)
      return (await readStretchByBuckets(reader, [list], buckets, condition, stretch)).get(list) ?? [];
  }
  const { text, parameters } = sought(condition);
  const rows = await reader.read(
    {
      name: "organization/list",
      // Sorted before they are read: an embedded engine would read all of them for the sake of a page.
      text: `${text}${cut(stretch)}
WITH it
ORDER BY ${order(stretch)}
LIMIT $limit
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
  if (buckets !== null) return readStretchByBuckets(reader, towns, buckets, condition, stretch);
  const question = listsOf("organization/list-of-towns", fromTown.text, condition, stretch);
  const found = await reader.ask(question, towns, { ...condition.parameters, ...cutParameters(stretch) });
  return new Map([...found].map(([town, placed]) => [town, inOrder(placed, stretch)]));
}

/** For each `key`, a stretch of what is found for it. */
function listsOf(name: string, found: string, condition: Condition, stretch: Stretch): Question<readonly Placed[]> {
  const text = firstOfEach({
    found,
    where: `${condition.text}${cut(stretch)}`,
    key: `it.${property(stretch)}`,
    keysDescend: descends(stretch),
    idsDescend: stretch.fromEnd,
    shown: "it.record AS organization",
  });
  return { statement: { name, text }, make: (rows) => rows.map(placedIn) };
}

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

/** Reads lists of organizations by buckets from where a stretch begins, until it is full. */
async function readStretchByBuckets(
  reader: Reader,
  lists: readonly string[],
  { property: bucketProperty, direction }: Buckets,
  condition: Condition,
  stretch: Stretch,
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const inBucket = `MATCH (it:Organization {${bucketProperty}: key, generation: $generation})`;
  const found = await readByBuckets(reader, lists, {
    question: listsOf("organization/list-by-buckets", inBucket, condition, stretch),
    parameters: { ...condition.parameters, ...cutParameters(stretch) },
    bucketProperty,
    keyProperty: property(stretch),
    up: (stretch.order.direction === direction) !== stretch.fromEnd,
    begins: stretch.fromEnd ? stretch.before : stretch.after,
    limit: stretch.limit,
  });
  return new Map([...found].map(([list, placed]) => [list, inOrder(placed, stretch)]));
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

const placed = onceEach((rows: readonly Row[]) => rows.map(placedIn));

function placedIn(row: Row): Placed {
  const organization = organizationOf(record(row, "organization"));
  return { organization, place: { key: row["place"] as string | number, id: organization.id } };
}
