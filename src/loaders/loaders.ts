// One DataLoader for each kind of question that field resolvers ask by key: what the fields of one level of an
// operation ask for goes into one statement. They live as long as one request, and so do their caches.
import DataLoader from "dataloader";
import type { Entity } from "../domain/entity.js";
import type { Direction } from "../domain/lineage.js";
import { type Descent } from "../domain/lineage.js";
import type { Reader } from "../graph/graph.js";
import { entitiesByIds } from "../knowledge/entity.js";
import { type LinkFilter, linksFrom } from "../knowledge/lineage.js";
import { type OrganizationFilter } from "../knowledge/organization-filter.js";
import {
  type Placed,
  type Stretch,
  countOrganizationsOfTowns,
  listOrganizationsOfTowns,
  matching,
} from "../knowledge/organizations.js";
import * as relations from "../knowledge/relations.js";
import { manyByKey } from "./many-by-key.js";
import { oneByKey } from "./one-by-key.js";

type RelationName = {
  [Name in keyof typeof relations]: (typeof relations)[Name] extends relations.Question<unknown> ? Name : never;
}[keyof typeof relations];

type ItemOf<Name extends RelationName> = (typeof relations)[Name] extends relations.Question<infer Item> ? Item : never;

/** A loader for each question in `knowledge/relations.ts`, under its name. */
type RelationLoaders = { readonly [Name in RelationName]: DataLoader<string, readonly ItemOf<Name>[]> };

export interface Loaders extends RelationLoaders {
  /** Any node by its id; null where there is none. */
  readonly entity: DataLoader<string, Entity | null>;
  /** The links of descent that lead on from an organization and pass a filter. */
  links(direction: Direction, filter: LinkFilter): DataLoader<string, readonly Descent[]>;
  /** Whether an organization fulfils a filter. */
  fulfils(filter: OrganizationFilter): DataLoader<string, boolean>;
  /** A stretch of a town's organizations that fulfil a filter. */
  organizationsOfTown(filter: OrganizationFilter, stretch: Stretch): DataLoader<string, readonly Placed[]>;
  /** How many of a town's organizations fulfil a filter. */
  organizationCountOfTown(filter: OrganizationFilter): DataLoader<string, number>;
}

/** The loaders of one request. */
export function createLoaders(reader: Reader): Loaders {
  const entity = oneByKey(async (keys) =>
    (await entitiesByIds(reader, keys)).map(({ asked, entity: found }) => ({ key: asked, item: found })),
  );
  const byRelation = Object.fromEntries(
    Object.entries(relations).map(([name, ask]) => [
      name,
      manyByKey(async (keys) => {
        const found = await (ask as relations.Question<unknown>)(reader, keys);
        for (const { other } of found) if (other !== null) entity.prime(other.id, other);
        return found;
      }),
    ]),
  ) as unknown as RelationLoaders;

  return {
    ...byRelation,
    entity,
    links: perArguments((direction: Direction, filter: LinkFilter) =>
      manyByKey((keys) => linksFrom(reader, keys, direction, filter)),
    ),
    fulfils: perArguments(
      (filter: OrganizationFilter) =>
        new DataLoader(async (keys: readonly string[]) => {
          const passed = await matching(reader, keys, filter);
          return keys.map((key) => passed.has(key));
        }),
    ),
    organizationsOfTown: perArguments(
      (filter: OrganizationFilter, stretch: Stretch) =>
        new DataLoader(async (keys: readonly string[]) => {
          const lists = await listOrganizationsOfTowns(reader, keys, filter, stretch);
          return keys.map((key) => lists.get(key) ?? []);
        }),
    ),
    organizationCountOfTown: perArguments(
      (filter: OrganizationFilter) =>
        new DataLoader(async (keys: readonly string[]) => {
          const counts = await countOrganizationsOfTowns(reader, keys, filter);
          return keys.map((key) => counts.get(key) ?? 0);
        }),
    ),
  };
}

/** One loader for each set of arguments, as one statement can ask only for what has the same ones. */
function perArguments<Arguments extends readonly unknown[], Loader>(
  make: (...args: Arguments) => Loader,
): (...args: Arguments) => Loader {
  const made = new Map<string, Loader>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key);
    if (known !== undefined) return known;
    const loader = make(...args);
    made.set(key, loader);
    return loader;
  };
}
