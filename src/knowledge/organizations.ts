import type { Organization } from "../domain/organization.js";
import type { Parameters, Reader, Row, Value } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { organizationOf } from "./entity.js";
import { type Condition, type OrganizationFilter, conditionOf } from "./organization-filter.js";
import { numberOf, once, properties, text, textOrNull } from "./properties.js";

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

const fromAll = statement("organization/from/all");
const fromIds = statement("organization/from/ids");
const fromTown = statement("organization/from/town");

/** Property names come from here alone. Of a descending list by founding, what is unknown comes last, too. */
const sortProperty: Readonly<Record<OrderField, Readonly<Record<SortDirection, string>>>> = {
  NAME: { ASC: "sortName", DESC: "sortName" },
  FOUNDED: { ASC: "sortFounded", DESC: "sortFoundedLast" },
  DESCENDANTS: { ASC: "descendantCount", DESC: "descendantCount" },
};

/** A stretch of the organizations that fulfil a condition. */
export async function listOrganizations(
  reader: Reader,
  condition: Condition,
  stretch: Stretch,
): Promise<readonly Placed[]> {
  const body = `${from(condition)}\nWHERE ${condition.text}${cut(stretch)}`;
  const rows = await reader.read(
    {
      name: "organization/list",
      text: `${body}\nRETURN properties(it) AS organization, it.${property(stretch)} AS key\n${ordered(stretch)}`,
    },
    { ...parameters(condition), ...cutParameters(stretch) },
  );
  return placed(rows, stretch);
}

/** For each town the same stretch of its organizations. */
export async function listOrganizationsOfTowns(
  reader: Reader,
  towns: readonly string[],
  filter: OrganizationFilter,
  stretch: Stretch,
): Promise<ReadonlyMap<string, readonly Placed[]>> {
  const condition = await conditionOf(reader, filter);
  const body = `${fromTown.text}\nWHERE ${condition.text}${cut(stretch)}`;
  const rows = await reader.read(
    {
      name: "organization/list-of-towns",
      text: `UNWIND $towns AS key
CALL (key) {
${body}
RETURN it
${ordered(stretch)}
}
RETURN key AS town, properties(it) AS organization, it.${property(stretch)} AS key
ORDER BY town, ${order(stretch)}`,
    },
    { ...condition.parameters, ...cutParameters(stretch), towns },
  );
  const places = placed(rows, stretch);
  return new Map(towns.map((town) => [town, places.filter((each) => each.town === town)]));
}

export async function countOrganizations(reader: Reader, condition: Condition): Promise<number> {
  const [row] = await reader.read(
    { name: "organization/count", text: `${from(condition)}\nWHERE ${condition.text}\nRETURN count(it) AS count` },
    parameters(condition),
  );
  return numberOf(row ?? {}, "count");
}

export async function countOrganizationsOfTowns(
  reader: Reader,
  towns: readonly string[],
  filter: OrganizationFilter,
): Promise<ReadonlyMap<string, number>> {
  const condition = await conditionOf(reader, filter);
  const rows = await reader.read(
    {
      name: "organization/count-of-towns",
      text: `UNWIND $towns AS key\n${fromTown.text}\nWHERE ${condition.text}\nRETURN key AS town, count(it) AS count`,
    },
    { ...condition.parameters, towns },
  );
  const counts = new Map(rows.map((row) => [text(row, "town"), numberOf(row, "count")]));
  return new Map(towns.map((town) => [town, counts.get(town) ?? 0]));
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
  const rows = await reader.read(
    {
      name: "organization/count-by",
      text: `${from(condition)}\nWHERE ${condition.text}\nRETURN ${[...columns, "count(it) AS count"].join(", ")}`,
    },
    parameters(condition),
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
  const condition = await conditionOf(reader, filter);
  const rows = await reader.read(
    { name: "organization/matching", text: `${fromIds.text}\nWHERE ${condition.text}\nRETURN it.id AS id` },
    { ...condition.parameters, among: ids },
  );
  return new Set(rows.map((row) => text(row, "id")));
}

function from({ among }: Condition): string {
  return (among === null ? fromAll : fromIds).text;
}

function parameters({ parameters: own, among }: Condition): Parameters {
  return among === null ? own : { ...own, among };
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
function placed(rows: readonly Row[], { fromEnd }: Stretch): readonly RowPlaced[] {
  const list = placedIn(rows);
  return fromEnd ? list.toReversed() : list;
}

/** With the town that it was asked for, where it was asked for by town. */
type RowPlaced = Placed & { readonly town: string | null };

const placedIn = once((rows) =>
  rows.map((row): RowPlaced => {
    const organization = organizationOf(properties(row["organization"]));
    const place = { key: row["key"] as string | number, id: organization.id };
    return { town: textOrNull(row, "town"), organization, place };
  }),
);
