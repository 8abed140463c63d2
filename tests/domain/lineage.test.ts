import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Certainty, certaintyStrength } from "../../src/domain/certainty.js";
import { type Descent, type Link, walkLineage } from "../../src/domain/lineage.js";
import { ancestry, nearestCommonAncestors, shortestPaths } from "../../src/domain/lineage-paths.js";

const certainties: readonly Certainty[] = ["STATED", "INFERRED", "DISPUTED"];

function link(predecessor: string, successor: string, certainty: Certainty, number: number): Link {
  const descent: Descent = {
    id: `${predecessor}|${successor}|${number}`,
    predecessor,
    successor,
    mechanism: "SUCCESSION",
    continuity: [],
    through: null,
    event: null,
    derived: false,
    date: null,
    certainty,
    citations: [],
    note: null,
  };
  return { ...descent, descent: () => descent };
}

/** Small graphs, dense enough for cycles, diamonds and links side by side. */
const node = fc.integer({ min: 0, max: 6 }).map((number) => `n${number}`);
const graph = fc
  .array(fc.tuple(node, node, fc.constantFrom(...certainties)), { maxLength: 18 })
  .map((ends) =>
    ends.filter(([from, to]) => from !== to).map(([from, to, certainty], number) => link(from, to, certainty, number)),
  );

const down = (links: readonly Link[]) => (id: string) => links.filter(({ predecessor }) => predecessor === id);
const up = (links: readonly Link[]) => (id: string) => links.filter(({ successor }) => successor === id);

/** Every way of a length, by trying them all. */
function waysFrom(start: string, links: readonly Link[], length: number): Link[][] {
  if (length === 0) return [[]];
  return waysFrom(start, links, length - 1).flatMap((way) => {
    const at = way.at(-1)?.successor ?? start;
    return links.filter(({ predecessor }) => predecessor === at).map((next) => [...way, next]);
  });
}

const strengthOf = (way: readonly Pick<Link, "certainty">[]): number =>
  Math.min(...way.map(({ certainty }) => certaintyStrength(certainty)));

describe("a walk along descent", () => {
  test("reaches each organization once, at its shortest distance, by the way whose weakest link is strongest", () => {
    fc.assert(
      fc.property(graph, (links) => {
        const { reached, complete } = walkLineage("n0", "DESCENDANTS", down(links), { maxDepth: 25, withPaths: true });
        expect(complete).toBe(true);
        const without = walkLineage("n0", "DESCENDANTS", down(links), { maxDepth: 25, withPaths: false });
        const besidePaths = reached.map(({ path: _path, ...each }) => ({
          ...each,
          path: expect.any(Function),
        }));
        expect(without).toEqual({ reached: besidePaths, complete });
        const expected = new Map<string, Link[][]>();
        for (let length = 1; length <= 6; length++) {
          for (const way of waysFrom("n0", links, length)) {
            const id = way.at(-1)?.successor ?? "";
            const known = expected.get(id);
            if (id !== "n0" && (known === undefined || known[0]?.length === length))
              expected.set(id, [...(known ?? []), way]);
          }
        }
        const ordered = [...expected].toSorted(
          ([a, [first]], [b, [second]]) => (first?.length ?? 0) - (second?.length ?? 0) || (a < b ? -1 : 1),
        );
        expect(reached.map(({ id }) => id)).toEqual(ordered.map(([id]) => id));
        for (const [index, [, ways]] of ordered.entries()) {
          const strongest = Math.max(...ways.map(strengthOf));
          const best = ways.filter((way) => strengthOf(way) === strongest);
          const ids = (way: readonly Pick<Link, "successor">[]): string =>
            way.map(({ successor }) => successor).join(" ");
          const least = best.map(ids).toSorted()[0];
          const found = reached[index];
          expect(ids(found?.path() ?? [])).toBe(least);
          expect(strengthOf(found?.path() ?? [])).toBe(strongest);
          expect(certaintyStrength(found?.certainty ?? "DISPUTED")).toBe(strongest);
          expect(found?.alternatives).toBe(ways.length > 1);
          expect(found?.depth).toBe(ways[0]?.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("stays short in the densest of graphs", () => {
    const ids = Array.from({ length: 60 }, (_none, number) => `n${number}`);
    const links = ids.flatMap((from) =>
      ids.filter((to) => to !== from).map((to, number) => link(from, to, "STATED", number)),
    );
    let asked = 0;
    const linksFrom = (id: string) => {
      asked++;
      return down(links)(id);
    };
    const { reached } = walkLineage("n0", "DESCENDANTS", linksFrom, { maxDepth: 25, withPaths: true });
    // Once of each organization.
    expect([reached.length, asked]).toEqual([59, 60]);
  });
});

describe("ways between two", () => {
  test("are all shortest ones, up and down again", () => {
    fc.assert(
      fc.property(graph, (links) => {
        const [above, aboveOther] = [ancestry("n0", up(links)), ancestry("n1", up(links))];
        const { paths, complete } = shortestPaths("n0", "n1", { above, aboveOther, maxLength: 12, limit: 10_000 });
        expect(complete).toBe(true);
        // All ways of each length, as a step up or down, of which no up follows a down.
        let expected: string[] = [];
        for (let length = 0; length <= 8 && expected.length === 0; length++) expected = upDown(links, length);
        expect(paths.map(({ steps }) => steps.map(({ id }) => id).join(" ")).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  function upDown(links: readonly Link[], length: number): string[] {
    const found: string[] = [];
    const walk = (at: string, went: readonly string[], descending: boolean): void => {
      if (went.length === length) {
        if (at === "n1") found.push(went.join(" "));
        return;
      }
      for (const { id, predecessor, successor } of links) {
        if (!descending && successor === at) walk(predecessor, [...went, id], false);
        if (predecessor === at) walk(successor, [...went, id], true);
      }
    };
    walk("n0", [], false);
    return found;
  }

  test("are cut at the number asked for, which is said", () => {
    const links = ["a", "b", "c"].flatMap((middle, number) => [
      link("top", middle, "STATED", number),
      link(middle, "n1", "STATED", number),
    ]);
    const [above, aboveOther] = [ancestry("top", up(links)), ancestry("n1", up(links))];
    const cut = shortestPaths("top", "n1", { above, aboveOther, maxLength: 12, limit: 2 });
    expect([cut.paths.length, cut.complete]).toEqual([2, false]);
    expect(shortestPaths("top", "n1", { above, aboveOther, maxLength: 1, limit: 2 }).paths).toEqual([]);
    expect(shortestPaths("n1", "n1", { above: aboveOther, aboveOther, maxLength: 1, limit: 2 }).paths).toEqual([
      { steps: [], organizations: ["n1"] },
    ]);
  });
});

test("the nearest common ancestors are those above no other one", () => {
  const links = [
    link("root", "left", "STATED", 0),
    link("root", "right", "STATED", 1),
    link("left", "one", "STATED", 2),
    link("right", "one", "STATED", 3),
    link("left", "two", "STATED", 4),
    link("root", "two", "STATED", 5),
  ];
  const ancestries = ["one", "two"].map((id) => ancestry(id, up(links)));
  expect(nearestCommonAncestors(ancestries)).toEqual([{ id: "left", distances: [1, 1] }]);
  expect(nearestCommonAncestors(["left", "one"].map((id) => ancestry(id, up(links))))).toEqual([
    { id: "root", distances: [1, 2] },
  ]);
});
