// One DataLoader for each kind of question that field resolvers ask by key: what the fields of one level of an
// operation ask for goes into one statement. They live as long as one request, and so do their caches.
import { isDeepStrictEqual } from "node:util";
import DataLoader from "dataloader";
import type { Entity } from "../domain/entity.js";
import type { Direction } from "../domain/lineage.js";
import type { Ancestry } from "../domain/lineage-paths.js";
import type { Question, Reader } from "../graph/graph.js";
import { entitiesByIds, knownEntities } from "../knowledge/entity.js";
import {
  type LineageAsRead,
  type LineageReading,
  type LinkFilter,
  ancestriesOf,
  knownLineages,
  lineagesOf,
} from "../knowledge/lineage.js";
import { type OrganizationFilter } from "../knowledge/organization-filter.js";
import {
  type Placed,
  type Stretch,
  countOrganizationsOfTowns,
  listOrganizationsOfTowns,
  matching,
} from "../knowledge/organizations.js";
import * as relations from "../knowledge/relations.js";
import { type Branching, type Related, type Tree, treeOf } from "../knowledge/relations.js";
import { Loader } from "./loader.js";

/** A loader for each question in `knowledge/relations.ts`, under its name. */
type RelationLoaders = {
  readonly [
    Name in keyof typeof relations as (typeof relations)[Name] extends Question<Related<unknown>> ? Name : never
  ]: (typeof relations)[Name] extends Question<Related<infer Item>> ? Loader<readonly Item[]> : never;
};

export interface Loaders extends RelationLoaders {
  /** Any node by its id; null where there is none. */
  readonly entity: Loader<Entity | null>;
  /** What an organization descends from or what descends from it, along links that pass a filter. */
  lineage(direction: Direction, reading: LineageReading): Loader<LineageAsRead>;
  /** The branches of an organization in a tree of some levels, after which those of each are known. */
  tree(branching: Branching, levels: number): Loader<Tree>;
  /** All that an organization descends from along links that pass a filter. */
  ancestry(along: LinkFilter): DataLoader<string, Ancestry>;
  /** Whether an organization fulfils a filter. */
  fulfils(filter: OrganizationFilter): DataLoader<string, boolean>;
  /** A stretch of a town's organizations that fulfil a filter. */
  organizationsOfTown(filter: OrganizationFilter, stretch: Stretch): DataLoader<string, readonly Placed[]>;
  /** How many of a town's organizations fulfil a filter. */
  organizationCountOfTown(filter: OrganizationFilter): DataLoader<string, number>;
}

/** The loaders of one request. */
export function createLoaders(reader: Reader): Loaders {
  return new RequestLoaders(reader) as RequestLoaders & RelationLoaders;
}

class RequestLoaders implements Omit<Loaders, keyof RelationLoaders> {
  readonly reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
  }

  get entity(): Loader<Entity | null> {
    const fetch = async (ids: readonly string[]) => {
      const found = await entitiesByIds(this.reader, ids);
      return ids.map((id) => found.get(id) ?? null);
    };
    return once(this, "entity", new Loader(fetch, knownEntities(this.reader)));
  }

  readonly lineage = perArguments((direction: Direction, reading: LineageReading) => {
    const fetch = async (ids: readonly string[]) => {
      const found = await lineagesOf(this.reader, ids, direction, reading);
      return ids.map((id) => found.get(id) as LineageAsRead);
    };
    return new Loader(fetch, knownLineages(this.reader, direction, reading));
  });

  readonly tree = perArguments((branching: Branching, levels: number) => {
    const question = treeOf(branching, levels);
    const spread = (tree: Tree): Tree => {
      const branches = (this as unknown as RelationLoaders)[branching];
      for (const [id, related] of tree) branches.prime(id, itemsOf(this, related));
      return tree;
    };
    return asking(this.reader, question, spread);
  });

  readonly ancestry = perArguments((along: LinkFilter) => oneEach((ids) => ancestriesOf(this.reader, ids, along)));

  readonly fulfils = perArguments(
    (filter: OrganizationFilter) =>
      new DataLoader(async (keys: readonly string[]) => {
        const passed = await matching(this.reader, keys, filter);
        return keys.map((key) => passed.has(key));
      }),
  );

  readonly organizationsOfTown = perArguments((filter: OrganizationFilter, stretch: Stretch) =>
    oneEach((towns) => listOrganizationsOfTowns(this.reader, towns, filter, stretch)),
  );

  readonly organizationCountOfTown = perArguments((filter: OrganizationFilter) =>
    oneEach((towns) => countOrganizationsOfTowns(this.reader, towns, filter)),
  );
}

// Each is made when it is first asked for, as there are many of them and a request needs few.
for (const [name, question] of Object.entries(relations)) {
  if (typeof question === "function") continue;
  Object.defineProperty(RequestLoaders.prototype, name, {
    get(this: RequestLoaders) {
      const items = (related: Related<unknown>) => itemsOf(this, related);
      return once(this, name, asking<Related<unknown>, readonly unknown[]>(this.reader, question, items));
    },
  });
}

/** Asks a question about ids; a value is made alike of what is known of one and of what has to be fetched. */
function asking<Made, Value>(reader: Reader, question: Question<Made>, valueOf: (made: Made) => Value): Loader<Value> {
  const fetch = async (ids: readonly string[]) => {
    const found = await reader.ask(question, ids);
    return ids.map((id) => valueOf(found.get(id) as Made));
  };
  const known = reader.known(question);
  return new Loader(fetch, (id) => {
    const found = known(id);
    return found === undefined ? undefined : valueOf(found);
  });
}

/** What belongs to a node; the nodes that came along are known from now on. */
function itemsOf<Item>({ entity }: RequestLoaders, { items, others }: Related<Item>): readonly Item[] {
  for (const other of others) entity.prime(other.id, other);
  return items;
}

/** Has a getter's value stand in its place from now on. */
function once<Value>(owner: object, name: string, value: Value): Value {
  Object.defineProperty(owner, name, { value });
  return value;
}

function oneEach<Item>(
  fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Item>>,
): DataLoader<string, Item> {
  return new DataLoader(async (keys) => {
    const found = await fetch(keys);
    return keys.map((key) => found.get(key) as Item);
  });
}

/** One loader for each set of arguments, as one statement can ask only for what has the same ones. */
function perArguments<Arguments extends readonly unknown[], Loader>(
  make: (...args: Arguments) => Loader,
): (...args: Arguments) => Loader {
  const made: { readonly args: Arguments; readonly loader: Loader }[] = [];
  return (...args) => {
    // A request has few, and most have one: to compare them takes less than to write a key for each.
    const known = made.find((each) => isDeepStrictEqual(each.args, args));
    if (known !== undefined) return known.loader;
    const loader = make(...args);
    made.push({ args, loader });
    return loader;
  };
}
