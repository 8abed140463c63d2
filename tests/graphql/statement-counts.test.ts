import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { datasets } from "../dataset/two-datasets.js";
import { inMemory } from "../engines.js";
import { type TestService, lodby, startService } from "../service.js";
import { operation } from "./operations.js";

// What an operation costs grows with its depth, not with its rows: Lodby with 600 and with 900 more firms is asked in
// as few statements as Lodby itself. The engine makes no difference to it.
const nothingKept = { OPPHAV_CACHE_ROWS: "0", OPPHAV_CACHE_ANSWERS: "0" };
const services: TestService[] = [];

beforeAll(async () => {
  for (const dataset of [lodby, ...Object.values(datasets)])
    services.push(await startService(await inMemory.open(), dataset, nothingKept));
}, 60_000);
afterAll(() => Promise.all(services.map((service) => service.close())));

test.each<readonly [string, Readonly<Record<string, unknown>>, number]>([
  ["01", { at: "1999" }, 9],
  ["02", { root: "firm/lodby-works" }, 4],
  ["03", { id: "firm/ormen-sensors", at: "1999" }, 6],
  ["04", { a: "firm/ormen-sensors", b: "firm/lodby-castings" }, 3],
  ["05", { town: "town/lodby" }, 6],
  ["06", { text: "lodby" }, 3],
  // Of them six ask for nodes: itself, its surroundings, and the sources of four lists that may come one after another.
  ["08", { id: "firm/lodby-works" }, 23],
  ["13", {}, 6],
  ["14", { ids: ["firm/lodby-works", "firm/ormen-sensors"] }, 3],
])(
  "operation %s asks in at most so many statements, however many rows there are",
  async (number, variables, atMost) => {
    for (const service of services) {
      const { errors } = await service.ask(operation(number), variables);
      expect(errors).toBeUndefined();
      expect(service.statements().length).toBeLessThanOrEqual(atMost);
    }
  },
);

// A promise of a node that nobody waits for would fail without anybody to tell.
test.each<readonly [string, number]>([
  ['{ organization(id: "firm/lodby-works") { descendants { edges { depth cursor } } } }', 1],
  ['{ lineagePaths(from: "firm/ormen-sensors", to: "firm/lodby-works") { nodes { length } } }', 1],
  ['{ identify(names: ["lodby"]) { candidates { score } } }', 0],
  ['{ search(text: "lodby") { edges { score cursor } } }', 0],
])("%s fetches no nodes that are not asked for", async (query, times) => {
  for (const service of services) {
    const { data, errors } = await service.ask(query, {});
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toMatch(/"(depth|length|score)":/);
    expect(service.statements().filter((name) => name === "entity/by-ids").length).toBe(times);
  }
});

// With the links to them they come sooner; of a large family a page is a few of many.
test("the organizations of a small family come with its links, those of a large one by their ids", async () => {
  const sizes: number[] = [];
  for (const service of services) {
    const family = await service.ask(
      '{ organization(id: "firm/lodby-works") { descendants { totalCount nodes { id name } } } }',
      {},
    );
    const { totalCount, nodes } = (family.data as Family).organization.descendants;
    sizes.push(totalCount);
    expect(service.statements().filter((name) => name === "entity/by-ids").length).toBe(totalCount > 100 ? 2 : 1);
    const { data } = await service.ask(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Organization { name } } }",
      {
        ids: nodes.map(({ id }) => id),
      },
    );
    expect(data).toEqual({ nodes });
  }
  expect(sizes.map((size) => size > 100)).toEqual([false, true, true]);
});

test("the tree of a small family is read at once, that of a large one by level as far down as it is large", async () => {
  const levels = (below: string) => `offshoots { nodes { successor { ${below} } } }`;
  const tree = `{ organization(id: "firm/lodby-works") { ${levels(levels(levels("name")))} } }`;
  const asked: (readonly string[])[] = [];
  for (const service of services) {
    const { errors } = await service.ask(tree, {});
    expect(errors).toBeUndefined();
    asked.push(service.statements());
  }
  const large = ["entity/by-ids", "relation/offshoots", "relation/offshoots-in-tree"];
  expect(asked).toEqual([["entity/by-ids", "relation/offshoots-in-tree"], large, large]);
});

interface Family {
  readonly organization: {
    readonly descendants: { readonly totalCount: number; readonly nodes: readonly { readonly id: string }[] };
  };
}
