// What only the embedded engine has: a store of files.
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { noticeWithin } from "../../src/graph/graph.js";
import { inFolder } from "../engines.js";
import { createEntities, currentIds, idsIn, load, readIds } from "./small-graph.js";

const { open, openBeside } = inFolder;

function generationsIn(folder: string): string[] {
  return readdirSync(join(folder, "generations"));
}

describe("a store of the embedded engine", () => {
  test("is not made by reading", async () => {
    const graph = await open();
    expect(await graph.current()).toBeNull();
    await expect(graph.open()).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(existsSync(graph.address)).toBe(false);
    await graph.close();
  });

  test("holds what was loaded when it is opened again", async () => {
    const graph = await open();
    await load(graph, "first", ["å", "b"]);
    await graph.close();
    const again = openBeside(graph.address);
    expect(await again.current()).toMatchObject({ version: "first" });
    expect(await currentIds(again)).toEqual(["b", "å"]);
    await again.close();
  });

  test("is read by several at once, and loaded beside them", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const services = [openBeside(graph.address), openBeside(graph.address), openBeside(graph.address)];
    for (const service of services) expect(await currentIds(service)).toEqual(["a"]);
    await load(graph, "second", ["b"]);
    await sleep(noticeWithin);
    for (const service of services) expect(await currentIds(service)).toEqual(["b"]);
    for (const service of services) await service.close();
    await graph.close();
  });

  test("keeps a superseded generation until its last reader has left", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const [first] = generationsIn(graph.address);
    const services = [openBeside(graph.address), openBeside(graph.address)];
    const readers = await Promise.all(services.map((service) => service.open()));

    await load(graph, "second", ["b"]);
    await sleep(noticeWithin);
    for (const service of services) expect(await currentIds(service)).toEqual(["b"]);
    for (const reader of readers) {
      expect(generationsIn(graph.address)).toContain(first);
      expect(idsIn(await reader.read(readIds))).toEqual(["a"]);
      await reader.release();
    }
    expect(generationsIn(graph.address)).toEqual([(await graph.current())?.id]);

    for (const service of services) await service.close();
    await graph.close();
  });

  test("is left by its last reader with nothing but the current generation", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    await load(graph, "second", ["b"]);
    const writer = await graph.begin("third");
    await writer.write(createEntities, { ids: ["c"] });
    await writer.abandon();
    await graph.close();
    expect(readdirSync(graph.address).sort()).toEqual(["current", "generations", "lock"]);
    expect(generationsIn(graph.address)).toHaveLength(1);
  });

  test("keeps its generation when a reader of an older one leaves", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const service = openBeside(graph.address);
    const reader = await service.open();
    await load(graph, "second", ["b"]);
    await service.close();
    await reader.release();
    expect(await currentIds(graph)).toEqual(["b"]);
    await graph.close();
  });

  test("says where its pointer or its database is broken", async () => {
    const graph = await open();
    await load(graph, "first", ["a"]);
    const current = await graph.current();
    const database = join(graph.address, "generations", String(current?.id));
    writeFileSync(database, "not a database");
    await expect(graph.open()).rejects.toMatchObject({
      code: "UNAVAILABLE",
      retriable: false,
      message: `expected a database at ${database}`,
    });
    const pointer = join(graph.address, "current");
    writeFileSync(pointer, "[]");
    await expect(graph.current()).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: `expected {"id", "version"} in ${pointer}; got []`,
    });
    await graph.close();
  });
});
