import { type Place, fromCursor, toCursor } from "./cursor.js";
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

export interface Connection<Node, Edge = { readonly cursor: string; readonly node: Node }> {
  readonly edges: readonly Edge[];
  readonly nodes: readonly Node[];
  /** A function where counting costs a statement: it is called where the count is asked for. */
  readonly totalCount: number | (() => Promise<number>);
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
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

/** A page of a list that is at hand whole, in the order of its places. */
export function pageOf<Item, Node>(
  list: string,
  items: readonly Item[],
  page: PageArguments,
  {
    placeOf,
    nodeOf,
    otherwise = fieldPage,
  }: {
    readonly placeOf: (item: Item) => Place;
    readonly nodeOf: (item: Item) => Node;
    /** The size of the page where `first` is left out. */
    readonly otherwise?: number;
  },
): Connection<Node, Item & { cursor: string; node: Node }> {
  const size = pageSize("first", page.first, otherwise);
  const after = page.after == null ? null : fromCursor(list, page.after);
  const start = after === null ? 0 : items.findIndex((item) => isAfter(placeOf(item), after));
  const rest = start === -1 ? [] : items.slice(start);
  const edges = rest
    .slice(0, size)
    .map((item) => ({ ...item, cursor: toCursor(list, placeOf(item)), node: nodeOf(item) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: items.length,
    pageInfo: {
      hasNextPage: rest.length > size,
      hasPreviousPage: items.length > rest.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function isAfter(place: Place, other: Place): boolean {
  return place.key > other.key || (place.key === other.key && place.id > other.id);
}
