import { type Certainty, certaintyOf, certaintyStrength } from "./certainty.js";
import type { Happening } from "./fact.js";
import type { Continuity, Mechanism } from "./vocabulary.js";

/** One organization came out of another. Ids throughout. */
export interface Descent extends Happening {
  readonly id: string;
  readonly predecessor: string;
  readonly successor: string;
  readonly mechanism: Mechanism;
  readonly continuity: readonly Continuity[];
  readonly through: string | null;
  readonly event: string | null;
  /**
   * Worked out at the load: what came out of a unit descends from what the unit was part of at the time, and what
   * came out of a firm through a unit descends from that unit.
   */
  readonly derived: boolean;
}

/** A link as far as it takes to follow it: the rest of what is known of it is read where it is asked for. */
export interface Link extends Pick<Descent, "id" | "predecessor" | "successor" | "certainty"> {
  descent(): Descent;
}

/** The links that lead on from an organization in a direction, in any order. */
export type LinksFrom = (id: string) => readonly Link[];

export const Direction = { ANCESTORS: "ANCESTORS", DESCENDANTS: "DESCENDANTS" } as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

/** How an organization is reached from the one asked about. */
export interface Reached {
  readonly id: string;
  /** Number of links; at least 1. */
  readonly depth: number;
  /** From the organization asked about to this one. */
  readonly path: () => readonly Descent[];
  /** Whether there are other ways of the same length. */
  readonly alternatives: boolean;
  /** Of the weakest link of the path. */
  readonly certainty: Certainty;
}

export interface Lineage {
  /** Nearest first, then by id; each organization once. */
  readonly reached: readonly Reached[];
  /** False where the depth limit cut it off. */
  readonly complete: boolean;
}

const strengths = [0, 1, 2] as const;

/** A way to a node on which every link has at least a certain strength; of several, the one of least ids. */
interface Way {
  readonly previous: Visited | null;
  readonly link: Link | null;
  /** Place among the ways of the same length and strength, by ids from the start. */
  rank: number;
}

interface Visited {
  readonly id: string;
  readonly depth: number;
  /** By strength: that of the weakest link is at least 0, 1 or 2. */
  readonly ways: (Way | null)[];
  /** 1, or 2 for "several". */
  count: number;
}

/**
 * Walks breadth first, level by level, so that each organization is visited once at its shortest distance, whatever
 * cycles and diamonds there are. Of equally short ways the one whose weakest link is strongest is kept, then the one of
 * least ids. The latter cannot be decided from the best way to the node before alone (where a weak link follows, a
 * weaker way of lesser ids wins), so the best way of each strength is carried along.
 * @param withPaths whether anybody asks for paths: ways of equal length and strength are told apart for them alone
 */
export function walkLineage(
  start: string,
  direction: Direction,
  links: LinksFrom,
  { maxDepth, withPaths }: { readonly maxDepth: number; readonly withPaths: boolean },
): Lineage {
  const origin: Way = { previous: null, link: null, rank: 0 };
  const visited = new Map<string, Visited>();
  visited.set(start, { id: start, depth: 0, ways: strengths.map(() => origin), count: 1 });
  let frontier: readonly Visited[] = [...visited.values()];
  const reached: Reached[] = [];
  let complete = true;

  for (let depth = 1; frontier.length > 0; depth++) {
    const level = new Map<string, Visited>();
    for (const previous of frontier) {
      for (const link of links(previous.id)) {
        const id = direction === "DESCENDANTS" ? link.successor : link.predecessor;
        if (visited.has(id)) continue;
        let node = level.get(id);
        if (node === undefined) level.set(id, (node = { id, depth, ways: [null, null, null], count: 0 }));
        node.count = Math.min(2, node.count + previous.count);
        offer(node, previous, link);
      }
    }
    if (depth > maxDepth) {
      complete = level.size === 0;
      break;
    }
    frontier = [...level.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (withPaths) for (const strength of strengths) rankWays(frontier, strength);
    for (const node of frontier) {
      visited.set(node.id, node);
      reached.push({
        id: node.id,
        depth,
        path: () => pathTo(node),
        alternatives: node.count > 1,
        certainty: certaintyOf(bestOf(node)),
      });
    }
  }
  return { reached, complete };
}

function offer(node: Visited, previous: Visited, link: Link): void {
  for (const strength of strengths) {
    const before = previous.ways[strength];
    if (before === null || before === undefined || certaintyStrength(link.certainty) < strength) continue;
    const standing = node.ways[strength];
    if (standing) {
      const rank = rankBefore(standing, strength);
      const better =
        before.rank < rank || (before.rank === rank && standing.link !== null && link.id < standing.link.id);
      if (!better) continue;
    }
    node.ways[strength] = { previous, link, rank: 0 };
  }
}

/** The rank of a way without its last link. */
function rankBefore({ previous }: Way, strength: number): number {
  return previous?.ways[strength]?.rank ?? 0;
}

/**
 * Two ways of one length compare by the ways to the nodes before, which are ranked already, then by the last id, in whose
 * order the level comes.
 */
function rankWays(level: readonly Visited[], strength: number): void {
  const key = (node: Visited): number => {
    const way = node.ways[strength];
    return way ? rankBefore(way, strength) : 0;
  };
  const ranked = level.filter(({ ways }) => ways[strength] !== null).toSorted((a, b) => key(a) - key(b));
  for (const [rank, node] of ranked.entries()) {
    const way = node.ways[strength];
    if (way !== null && way !== undefined) way.rank = rank;
  }
}

/** The strength of the way whose weakest link is strongest. */
function bestOf(node: Visited): number {
  return node.ways.findLastIndex((way) => way !== null);
}

function pathTo(node: Visited): Descent[] {
  const strength = bestOf(node);
  const path: Descent[] = [];
  let way: Way | null | undefined = node.ways[strength];
  while (way?.link) {
    path.unshift(way.link.descent());
    way = way.previous?.ways[strength];
  }
  return path;
}
