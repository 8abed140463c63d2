import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { engines, lease, sharedEngines } from "../engines.js";
import { countOfAnyGeneration, createEntities, currentIds, load, reading } from "./small-graph.js";

describe.each(engines)("loads on $name", ({ open }) => {
  test("one that is abandoned leaves the graph as it was", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const before = await graph.current();
    const writer = await graph.begin("second");
    await writer.write(createEntities, { ids: ["b"] });
    await writer.abandon();
    expect(await graph.current()).toEqual(before);
    expect(await currentIds(graph)).toEqual(["a"]);
    await load(graph, "third", ["c"]);
    expect(await currentIds(graph)).toEqual(["c"]);
    await graph.close();
  });

  test("of two at once, the second is refused", async () => {
    const graph = await open();
    const first = await graph.begin("first");
    await first.write(createEntities, { ids: ["a"] });
    await expect(graph.begin("second")).rejects.toMatchObject({ code: "CONFLICT", retriable: true });
    await first.publish();
    expect(await currentIds(graph)).toEqual(["a"]);
    await load(graph, "second", ["b"]);
    expect(await currentIds(graph)).toEqual(["b"]);
    await graph.close();
  });

  test("of many that begin at the same moment, one goes on", async () => {
    const graph = await open();
    const begun = await Promise.allSettled(Array.from({ length: 5 }, (_none, index) => graph.begin(`number-${index}`)));
    const writers = begun.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const failures = begun.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(writers).toHaveLength(1);
    expect(failures).toEqual(failures.map(() => expect.objectContaining({ code: "CONFLICT" })));
    for (const writer of writers) await writer.abandon();
    await graph.close();
  });

  test("one removes what earlier ones superseded", async () => {
    const graph = await open();
    await load(graph, "first", ["a", "b", "c"]);
    await load(graph, "second", ["d"]);
    await reading(graph, async (reader) => {
      expect(await reader.read(countOfAnyGeneration)).toEqual([{ entities: 1 }]);
    });
    await graph.close();
  });
});

describe.each(sharedEngines)("a load that stood still on $name", ({ open, openBeside }) => {
  test("either keeps the next one out or does not publish after it", async () => {
    const graph = await open();
    const late = await graph.begin("late");
    await late.write(createEntities, { ids: ["late"] });
    await sleep(lease + 10);
    const other = openBeside(graph.address);
    const [next] = await Promise.allSettled([load(other, "next", ["next"])]);
    const [publishing] = await Promise.allSettled([late.publish()]);
    const [kept, refused] = next.status === "fulfilled" ? ["next", publishing] : ["late", next];
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "CONFLICT" } });
    expect(await currentIds(graph)).toEqual([kept]);
    await other.close();
    await graph.close();
  });
});
