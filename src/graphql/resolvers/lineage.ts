import type { Entity } from "../../domain/entity.js";
import type { Direction } from "../../domain/lineage.js";
import { type Reached, walkLineage } from "../../domain/lineage.js";
import {
  type DescentFilter,
  type OrganizationFilter,
  depthLimit,
  linkFilter,
} from "../../knowledge/organization-filter.js";
import type { Loaders } from "../../loaders/loaders.js";
import { ErrorCode, RequestError } from "../error.js";
import { type Connection, type PageArguments, pageOf } from "../page.js";
import { required } from "./required.js";

export interface LineageArguments extends PageArguments {
  readonly where?: OrganizationFilter | null | undefined;
  readonly along?: DescentFilter | null | undefined;
  readonly maxDepth?: number | null | undefined;
}

/** A page of what an organization descends from, or of what descends from it. */
export async function lineageOf(
  loaders: Loaders,
  id: string,
  direction: Direction,
  { where, along, maxDepth, ...page }: LineageArguments,
): Promise<Connection<Promise<Entity>, Reached> & { readonly complete: boolean }> {
  const { reached, complete } = await walk(loaders, id, direction, along, depth(maxDepth));
  const passed = where == null ? reached : await fulfilling(loaders, reached, where);
  const list = `${direction.toLowerCase()} of ${id}`;
  const placeOf = ({ depth: key, id: last }: Reached) => ({ key, id: last });
  return { ...pageOf(list, passed, page, { placeOf, nodeOf: ({ id: node }) => required(loaders, node) }), complete };
}

async function fulfilling(
  loaders: Loaders,
  reached: readonly Reached[],
  where: OrganizationFilter,
): Promise<readonly Reached[]> {
  const fulfils = await Promise.all(reached.map(({ id }) => loaders.fulfils(where).load(id)));
  return reached.filter((_each, index) => fulfils[index]);
}

function walk(
  loaders: Loaders,
  id: string,
  direction: Direction,
  along: DescentFilter | null | undefined,
  maxDepth: number,
) {
  const links = loaders.links(direction, linkFilter(along));
  return walkLineage(id, direction, maxDepth, async (ids) => {
    const lists = await links.loadMany(ids);
    return lists.map((list) => {
      if (list instanceof Error) throw list;
      return list;
    });
  });
}

function depth(maxDepth: number | null | undefined): number {
  if (maxDepth == null) return depthLimit;
  if (maxDepth < 0)
    throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected maxDepth of at least 0; got ${maxDepth}`);
  if (maxDepth > depthLimit) {
    throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected maxDepth of at most ${depthLimit}; got ${maxDepth}`);
  }
  return maxDepth;
}
