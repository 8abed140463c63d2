import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { datasets } from "../dataset/two-datasets.js";
import { inMemory } from "../engines.js";
import { type TestService, lodby, startService } from "../service.js";
import { operation } from "./operations.js";

// What an operation costs grows with its depth, not with its rows: Lodby with 600 and with 900 more firms is asked in
// no more statements than Lodby itself. The engine makes no difference to it.
const nothingKept = { OPPHAV_CACHE_ROWS: "0", OPPHAV_CACHE_ANSWERS: "0" };
let small: TestService;
let services: TestService[];

beforeAll(async () => {
  small = await startService(await inMemory.open(), lodby, nothingKept);
  services = [];
  for (const dataset of Object.values(datasets))
    services.push(await startService(await inMemory.open(), dataset, nothingKept));
}, 60_000);
afterAll(() => Promise.all([small, ...services].map((service) => service.close())));

test.each<readonly [string, Readonly<Record<string, unknown>>, number]>([
  ["01", { at: "1999" }, 16],
  ["02", { root: "firm/lodby-works" }, 12],
  ["03", { id: "firm/ormen-sensors", at: "1999" }, 9],
  ["04", { a: "firm/ormen-sensors", b: "firm/lodby-castings" }, 8],
  ["05", { town: "town/lodby" }, 9],
  ["06", { text: "lodby" }, 3],
  ["08", { id: "firm/lodby-works" }, 30],
  ["13", {}, 6],
  ["14", { ids: ["firm/lodby-works", "firm/ormen-sensors"] }, 4],
])("operation %s asks in no more statements, however many rows there are", async (number, variables, atMost) => {
  const count = async (service: TestService): Promise<number> => {
    const { errors } = await service.ask(operation(number), variables);
    expect(errors).toBeUndefined();
    return service.statements().length;
  };
  const statements = await count(small);
  expect(statements).toBeLessThanOrEqual(atMost);
  for (const service of services) expect(await count(service)).toBeLessThanOrEqual(statements);
});

// A promise of a node that nobody waits for would fail without anybody to tell.
test.each<readonly [string, number]>([
  ['{ organization(id: "firm/lodby-works") { descendants { edges { depth cursor } } } }', 1],
  ['{ lineagePaths(from: "firm/ormen-sensors", to: "firm/lodby-works") { nodes { length } } }', 1],
  ['{ identify(names: ["lodby"]) { candidates { score } } }', 0],
  ['{ search(text: "lodby") { edges { score cursor } } }', 0],
])("%s fetches no nodes that are not asked for", async (query, times) => {
  const { data, errors } = await small.ask(query, {});
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toMatch(/"(depth|length|score)":/);
  expect(small.statements().filter((name) => name === "entity/by-ids").length).toBe(times);
});
