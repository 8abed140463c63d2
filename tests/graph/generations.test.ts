import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { noticeWithin } from "../../src/graph/graph.js";
import { engines, sharedEngines } from "../engines.js";
import { createEntities, currentIds, idsIn, load, opened, readIds, reading } from "./small-graph.js";

describe.each(engines)("generations on $name", ({ open }) => {
  test("what is loaded is read, with its version", async () => {
    const graph = await open();
    await load(graph, "first", ["a", "b"]);
    expect(await graph.current()).toMatchObject({ version: "first" });
    await reading(graph, async ({ generation }) => {
      expect(generation).toEqual(await graph.current());
    });
    expect(await currentIds(graph)).toEqual(["a", "b"]);
    await graph.close();
  });

  test("what is being written is read by nobody else until it is published", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const writer = await graph.begin("second");
    await writer.write(createEntities, { ids: ["b"] });
    expect(idsIn(await writer.read(readIds))).toEqual(["b"]);
    expect(await currentIds(graph)).toEqual(["a"]);
    await writer.publish();
    expect(await currentIds(graph)).toEqual(["b"]);
    await graph.close();
  });

  test("a reader stays with its generation while another is published", async () => {
    const graph = await open({ grace: 400 });
    await load(graph, "first", ["a"]);
    const early = await graph.open();
    const writer = await graph.begin("second");
    await writer.write(createEntities, { ids: ["b"] });
    const published = writer.publish();
    const late = await opened(graph, "second");

    expect(idsIn(await early.read(readIds))).toEqual(["a"]);
    expect(idsIn(await late.read(readIds))).toEqual(["b"]);
    expect(idsIn(await early.read(readIds))).toEqual(["a"]);
    await early.release();
    await late.release();
    await published;
    expect(await currentIds(graph)).toEqual(["b"]);
    await graph.close();
  });

  test("a reader may be released twice, and others go on reading", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const [one, other] = [await graph.open(), await graph.open()];
    await one.release();
    await one.release();
    expect(idsIn(await other.read(readIds))).toEqual(["a"]);
    await other.release();
    await graph.close();
  });

  test("the same version may be loaded again, as a generation of its own", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const before = await graph.current();
    await load(graph, "first", ["a"]);
    const after = await graph.current();
    expect(after?.version).toBe(before?.version);
    expect(after?.id).not.toBe(before?.id);
    await graph.close();
  });

  test("many readers at once see one generation each, whole, while others are published", async () => {
    const graph = await open({ grace: 200 });
    await load(graph, "0", ["0-a", "0-b"]);
    let loading = true;
    const readers = Array.from({ length: 4 }, async () => {
      let seen = 0;
      while (loading) {
        const ids = await currentIds(graph);
        const [first] = ids;
        expect(ids).toEqual([first, String(first).replace("-a", "-b")]);
        seen++;
        await sleep(1);
      }
      return seen;
    });
    for (const version of ["1", "2", "3"]) await load(graph, version, [`${version}-a`, `${version}-b`]);
    loading = false;
    for (const seen of await Promise.all(readers)) expect(seen).toBeGreaterThan(0);
    await graph.close();
  });
});

describe.each(sharedEngines)("a service beside the load on $name", ({ open, openBeside }) => {
  test("notices a new generation", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const service = openBeside(graph.address);
    expect(await currentIds(service)).toEqual(["a"]);
    await load(graph, "second", ["b"]);
    await sleep(noticeWithin);
    expect(await currentIds(service)).toEqual(["b"]);
    await service.close();
    await graph.close();
  });

  test("starts before anything is loaded", async () => {
    const graph = await open();
    const service = openBeside(graph.address);
    await expect(service.open()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await load(graph, "first", ["a"]);
    await sleep(noticeWithin);
    expect(await currentIds(service)).toEqual(["a"]);
    await service.close();
    await graph.close();
  });
});
