import type { Place, Reading } from "../knowledge/buckets.js";
import { fromCursor, toCursor } from "./cursor.js";
import { ErrorCode, RequestError } from "./error.js";

/** A page has at most this many edges. */
export const pageLimit = 500;
/** Edges of a page where `first` is left out: of a root field, and of a field. */
export const rootPage = 50;
export const fieldPage = 25;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A list of which there are pages. */
export interface List<Item, Node, Beside extends object = object> {
  /** Names it and its order, so that a cursor of another does not fit. */
  readonly name: string;
  readonly placeOf: (item: Item) => Place;
  readonly nodeOf: (item: Item) => Node;
  /** What an edge says beside its node. */
  readonly besideOf?: (item: Item) => Beside;
}

/** What lies before and after a page, and how many there are in all. */
export interface Surroundings {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** A function where counting costs a statement: it is called where the count is asked for. */
  readonly totalCount: number | (() => Promise<number>);
}

/** A page of a list. Its edges, nodes and cursors are made where they are asked for, as most answers show few of them. */
export class Connection<Node, Item, Beside extends object = object> {
  readonly totalCount: number | (() => Promise<number>);
  readonly pageInfo: PageInfo<Item, Node>;
  readonly #list: List<Item, Node, Beside>;
  readonly #items: readonly Item[];

  constructor(list: List<Item, Node, Beside>, items: readonly Item[], surroundings: Surroundings) {
    this.totalCount = surroundings.totalCount;
    this.pageInfo = new PageInfo(list, items, surroundings);
    this.#list = list;
    this.#items = items;
  }

  get nodes(): readonly Node[] {
    return this.#items.map(this.#list.nodeOf);
  }

  get edges(): readonly (Beside & Edge<Item, Node>)[] {
    return this.#items.map((item) => {
      const edge = new Edge(this.#list, item);
      return Object.assign(edge, this.#list.besideOf?.(item) as Beside);
    });
  }
}

/** Its node is a promise where it has to be fetched: one that nobody asked for would fail without anybody to tell. */
class Edge<Item, Node> {
  readonly #list: List<Item, Node>;
  readonly #item: Item;

  constructor(list: List<Item, Node>, item: Item) {
    this.#list = list;
    this.#item = item;
  }

  get cursor(): string {
    return toCursor(this.#list.name, this.#list.placeOf(this.#item));
  }

  get node(): Node {
    return this.#list.nodeOf(this.#item);
  }
}

/**
 * A class, as an object literal with getters gets a hidden class of its own each time, which V8 frees long after the
 * object: all that the getters know of would live as long.
 */
class PageInfo<Item, Node> {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #list: List<Item, Node>;
  readonly #items: readonly Item[];

  constructor(list: List<Item, Node>, items: readonly Item[], { hasNextPage, hasPreviousPage }: Surroundings) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
    this.#list = list;
    this.#items = items;
  }

  get startCursor(): string | null {
    return this.#cursorOf(this.#items[0]);
  }

  get endCursor(): string | null {
    return this.#cursorOf(this.#items.at(-1));
  }

  #cursorOf(item: Item | undefined): string | null {
    return item === undefined ? null : toCursor(this.#list.name, this.#list.placeOf(item));
  }
}

/** @throws {RequestError} `LIMIT_EXCEEDED` beyond the page limit, `BAD_USER_INPUT` below 0: never a silent cut. */
export function pageSize(argument: string, size: number | null | undefined, otherwise: number): number {
  if (size === null || size === undefined) return otherwise;
  if (size < 0)
    throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected ${argument} from 0 to ${pageLimit}; got ${size}`);
  if (size > pageLimit) {
    throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected ${argument} of at most ${pageLimit}; got ${size}`);
  }
  return size;
}

/** A page of a list that is read from where the page begins. */
export async function pageRead<Item, Node, Beside extends object>(
  name: string,
  read: (reading: Reading) => Promise<readonly Item[]>,
  page: PageArguments,
  {
    otherwise = fieldPage,
    totalCount,
    ...list
  }: Omit<List<Item, Node, Beside>, "name"> & {
    readonly otherwise?: number;
    readonly totalCount: () => Promise<number>;
  },
): Promise<Connection<Node, Item, Beside>> {
  const size = pageSize("first", page.first, otherwise);
  const begins = page.after == null ? null : fromCursor(name, page.after);
  // One more than asked for tells whether there is more.
  const found = await read({ begins, limit: size + 1 });
  return new Connection({ name, ...list }, found.slice(0, size), {
    hasNextPage: found.length > size,
    hasPreviousPage: begins !== null,
    totalCount,
  });
}

/** A page of a list that is at hand whole, in the order of its places. */
export function pageOf<Item, Node, Beside extends object>(
  name: string,
  items: readonly Item[],
  page: PageArguments,
  {
    otherwise = fieldPage,
    ...list
  }: Omit<List<Item, Node, Beside>, "name"> & {
    /** The size of the page where `first` is left out. */
    readonly otherwise?: number;
  },
): Connection<Node, Item, Beside> {
  const size = pageSize("first", page.first, otherwise);
  const after = page.after == null ? null : fromCursor(name, page.after);
  const start = after === null ? 0 : items.findIndex((item) => isAfter(list.placeOf(item), after));
  const rest = start === -1 ? [] : items.slice(start);
  return new Connection({ name, ...list }, rest.slice(0, size), {
    hasNextPage: rest.length > size,
    hasPreviousPage: items.length > rest.length,
    totalCount: items.length,
  });
}

function isAfter(place: Place, other: Place): boolean {
  return place.key > other.key || (place.key === other.key && place.id > other.id);
}
