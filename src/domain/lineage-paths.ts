import { addToList } from "./add-to-list.js";
import type { Descent, Link, LinksFrom } from "./lineage.js";

/** An organization above the one asked about. */
interface Ancestor {
  readonly distance: number;
  /** The links that lead to it on a shortest way, by their ids. */
  readonly arriving: readonly Link[];
  /** Its own direct predecessors, on a shortest way or not. */
  predecessors: readonly string[];
}

/** All ancestors, and the organization itself at distance 0. */
export type Ancestry = ReadonlyMap<string, Ancestor>;

/** Breadth first, each organization once, whatever cycles and diamonds there are. */
export function ancestry(start: string, linksUp: LinksFrom): Ancestry {
  const found = new Map<string, Ancestor>([[start, { distance: 0, arriving: [], predecessors: [] }]]);
  let frontier = [start];
  for (let distance = 1; frontier.length > 0; distance++) {
    const level = new Map<string, Link[]>();
    for (const id of frontier) {
      const links = linksUp(id);
      const node = found.get(id);
      if (node !== undefined) node.predecessors = links.map(({ predecessor }) => predecessor);
      for (const link of links) {
        if (found.has(link.predecessor)) continue;
        addToList(level, link.predecessor, link);
      }
    }
    for (const [id, links] of level) {
      const arriving = links.toSorted((a, b) => (a.id < b.id ? -1 : 1));
      found.set(id, { distance, arriving, predecessors: [] });
    }
    frontier = [...level.keys()].toSorted();
  }
  return found;
}

/** A way from one organization to another: up, down, or up to a common ancestor and down again. */
export interface LineagePath {
  readonly steps: readonly Descent[];
  /** From the one to the other, both included. */
  readonly organizations: readonly string[];
}

export interface LineagePaths {
  readonly paths: readonly LineagePath[];
  /** False where there are more of the same length. */
  readonly complete: boolean;
}

/**
 * The shortest ways between two organizations, ordered by the ids along them. A shortest way does not pass through an
 * organization twice: where the way up and the way down shared one, turning there would be shorter.
 */
export function shortestPaths(
  from: string,
  to: string,
  { above, aboveOther, maxLength, limit }: { above: Ancestry; aboveOther: Ancestry; maxLength: number; limit: number },
): LineagePaths {
  let shortest = maxLength;
  let turning: string[] = [];
  for (const [id, { distance }] of above) {
    const other = aboveOther.get(id);
    if (other === undefined) continue;
    const length = distance + other.distance;
    if (length < shortest) turning = [];
    if (length <= shortest) turning.push(id);
    shortest = Math.min(shortest, length);
  }

  const paths: LineagePath[] = [];
  for (const top of turning.toSorted()) {
    for (const up of waysTo(top, from, above)) {
      for (const down of waysTo(top, to, aboveOther)) {
        if (paths.length === limit) return { paths: ordered(paths), complete: false };
        paths.push({
          steps: [...up, ...down.toReversed()].map((link) => link.descent()),
          organizations: [
            from,
            ...up.map(({ predecessor }) => predecessor),
            ...down.toReversed().map(({ successor }) => successor),
          ],
        });
      }
    }
  }
  return { paths: ordered(paths), complete: true };
}

/** The shortest ways from below up to an ancestor, each as its links from below. */
function* waysTo(top: string, below: string, above: Ancestry): Iterable<readonly Link[]> {
  if (top === below) {
    yield [];
    return;
  }
  for (const link of above.get(top)?.arriving ?? []) {
    for (const way of waysTo(link.successor, below, above)) yield [...way, link];
  }
}

function ordered(paths: readonly LineagePath[]): LineagePath[] {
  const key = ({ organizations, steps }: LineagePath): string =>
    [...organizations, ...steps.map(({ id }) => id)].join("\n");
  return paths.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

export interface CommonAncestor {
  readonly id: string;
  /** The number of links up to it, from each organization asked about. */
  readonly distances: readonly number[];
}

/**
 * The nearest organizations that all descend from: common ancestors none of whose descendants is one, too. Ordered by
 * the sum of the distances, then by id.
 */
export function nearestCommonAncestors(ancestries: readonly Ancestry[]): readonly CommonAncestor[] {
  const [first, ...others] = ancestries;
  if (first === undefined) return [];
  const common = [...first.entries()]
    .filter(([id]) => ancestries.every((each) => (each.get(id)?.distance ?? 0) > 0))
    .map(([id, { distance }]) => ({
      id,
      distances: [distance, ...others.map((each) => each.get(id)?.distance ?? 0)],
    }));
  // What is above a common ancestor is one, too, so looking one step up from each is enough.
  const covered = new Set(common.flatMap(({ id }) => first.get(id)?.predecessors ?? []));
  const sum = (distances: readonly number[]): number => distances.reduce((total, each) => total + each, 0);
  return common
    .filter(({ id }) => !covered.has(id))
    .toSorted((a, b) => sum(a.distances) - sum(b.distances) || (a.id < b.id ? -1 : 1));
}
