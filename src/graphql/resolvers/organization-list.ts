import type { Organization } from "../../domain/organization.js";
import { type OrganizationFilter, conditionOf } from "../../knowledge/organization-filter.js";
import {
  type Order,
  type Placed,
  type Stretch,
  countOrganizations,
  listOrganizations,
} from "../../knowledge/organizations.js";
import type { Context } from "../context.js";
import { fromCursor } from "../cursor.js";
import { ErrorCode, RequestError } from "../error.js";
import { Connection, fieldPage, pageSize, rootPage } from "../page.js";

export interface ListArguments {
  readonly where?: OrganizationFilter | null | undefined;
  readonly orderBy?: Order | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

const byName: Order = { field: "NAME", direction: "ASC" };

/** A page of all organizations that fulfil a filter. */
export async function organizationPage(
  { reader }: Context,
  args: ListArguments,
  also: OrganizationFilter = {},
): Promise<Connection<Organization, Placed>> {
  const filter: OrganizationFilter = { ...args.where, and: [...(args.where?.and ?? []), also] };
  const { size, stretch } = stretchOf(args, rootPage);
  const condition = await conditionOf(reader, filter);
  const placed = await listOrganizations(reader, condition, stretch);
  return connectionOf(placed, size, args, () => countOrganizations(reader, condition));
}

/** A page of a town's organizations; those of several towns come together. */
export async function organizationPageOfTown(
  { loaders }: Context,
  town: string,
  args: ListArguments,
): Promise<Connection<Organization, Placed>> {
  const filter = args.where ?? {};
  const { size, stretch } = stretchOf(args, fieldPage);
  const placed = await loaders.organizationsOfTown(filter, stretch).load(town);
  return connectionOf(placed, size, args, () => loaders.organizationCountOfTown(filter).load(town));
}

function stretchOf(args: ListArguments, otherwise: number): { readonly size: number; readonly stretch: Stretch } {
  if (args.first != null && args.last != null) {
    throw new RequestError(ErrorCode.BAD_USER_INPUT, "expected first or last; got both");
  }
  const fromEnd = args.last != null;
  const size = fromEnd ? pageSize("last", args.last, otherwise) : pageSize("first", args.first, otherwise);
  const order = args.orderBy ?? byName;
  const list = listName(order);
  const stretch: Stretch = {
    order,
    after: args.after == null ? null : fromCursor(list, args.after),
    before: args.before == null ? null : fromCursor(list, args.before),
    // One more than asked for tells whether there is more.
    limit: size + 1,
    fromEnd,
  };
  return { size, stretch };
}

function listName({ field, direction }: Order): string {
  return `organizations by ${field} ${direction}`;
}

function connectionOf(
  placed: readonly Placed[],
  size: number,
  args: ListArguments,
  totalCount: () => Promise<number>,
): Connection<Organization, Placed> {
  const fromEnd = args.last != null;
  const more = placed.length > size;
  const shown = fromEnd ? placed.slice(more ? 1 : 0) : placed.slice(0, size);
  const name = listName(args.orderBy ?? byName);
  return new Connection({ name, placeOf: ({ place }) => place, nodeOf: ({ organization }) => organization }, shown, {
    hasNextPage: fromEnd ? args.before != null : more,
    hasPreviousPage: fromEnd ? more : args.after != null,
    totalCount,
  });
}
