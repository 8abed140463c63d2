import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { load } from "../../src/dataset/write/load.js";
import { type Graph, noticeWithin } from "../../src/graph/graph.js";
import { datasets, otherThan } from "../dataset/two-datasets.js";
import { lease, sharedEngines } from "../engines.js";
import { countOfAnyGeneration, createEntities, reading } from "../graph/small-graph.js";
import { seen } from "./seen.js";
import { start } from "./process.js";

const seed = Number(process.env["OPPHAV_TEST_SEED"] ?? Date.now() % 1_000_000);
const moments = fc.sample(
  fc.record({
    after: fc.constantFrom("loading" as const, "publishing" as const),
    // Of the time that it takes from there to the end, and a little beyond.
    part: fc.integer({ min: 0, max: 120 }).map((percent) => percent / 100),
  }),
  { seed, numRuns: 12 },
);

/** Milliseconds that a load takes, in all and from its last record on. */
async function timed(graph: Graph, which: keyof typeof datasets): Promise<{ loading: number; publishing: number }> {
  const began = performance.now();
  let written = began;
  await load(graph, datasets[which], () => {
    written = performance.now();
  });
  const ended = performance.now();
  return { loading: ended - began, publishing: ended - written };
}

describe.each(sharedEngines)("a load that is killed on $name", ({ name, open, openBeside }) => {
  test(`at random moments leaves one dataset whole, and readers see no other (OPPHAV_TEST_SEED=${seed})`, async () => {
    const graph = await open({ grace: 2 * noticeWithin });
    // A server cannot tell that a load is dead before its lease has run out, so each takes seconds there.
    const [kills, pause] = graph.capabilities.sharedDatabase ? [6, lease] : [12, 0];
    const whole = new Set<string>();
    let takes = { loading: 0, publishing: 0 };
    for (const which of ["one", "two"] as const) {
      takes = await timed(graph, which);
      whole.add(await seen(graph));
    }
    expect(whole.size).toBe(2);

    const service = openBeside(graph.address);
    const observed: string[] = [];
    const ending = new AbortController();
    const watching = (async () => {
      while (!ending.signal.aborted) {
        observed.push(await seen(service));
        await sleep(20);
      }
    })();

    for (const { after, part } of moments.slice(0, kills)) {
      const next = otherThan((await graph.current())?.version);
      const loading = start("load-once.ts", name, graph.address, next);
      await loading.says(after);
      await Promise.race([sleep(takes[after] * part), loading.ended]);
      loading.kill();
      // By itself it ends well: what was killed before keeps it from nothing.
      expect([
        [null, "SIGKILL"],
        [0, null],
      ]).toContainEqual(await loading.ended);
      expect([...whole]).toContain(await seen(graph));
      await sleep(pause);
    }
    ending.abort();
    await watching;
    expect(observed.length).toBeGreaterThan(kills);
    expect(observed.filter((each) => !whole.has(each))).toEqual([]);

    const last = otherThan((await graph.current())?.version);
    await load(graph, datasets[last]);
    expect((await graph.current())?.version).toBe(last);
    await service.close();
    await graph.close();
  }, 180_000);

  test("keeps others out for as long as it lives, and leaves garbage that the next one removes", async () => {
    const graph = await open();
    await load(graph, datasets.one);
    const before = await seen(graph);
    const killed = start("load-until-killed.ts", name, graph.address);
    await killed.says("writing");
    await expect(graph.begin("other")).rejects.toMatchObject({ code: "CONFLICT" });
    killed.kill();
    expect(await killed.ended).toEqual([null, "SIGKILL"]);
    expect(await seen(graph)).toBe(before);

    await sleep(lease);
    const writer = await graph.begin("next");
    await writer.write(createEntities, { ids: ["a"] });
    await writer.publish();
    await reading(graph, async (reader) => {
      expect(await reader.read(countOfAnyGeneration)).toEqual([{ entities: 1 }]);
    });
    await graph.close();
  }, 30_000);
});
