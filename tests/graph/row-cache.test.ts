import { describe, expect, test } from "@jest/globals";
import { RowCache } from "../../src/graph/row-cache.js";
import type { Question } from "../../src/graph/graph.js";
import type { Statement } from "../../src/graph/statement.js";
import { engines } from "../engines.js";
import { listening, withReaders } from "../service.js";
import { createEntities, idsIn, load, opened, readIds } from "./small-graph.js";

const one: Statement = { name: "test/one", text: "MATCH (node:Entity {id: $id}) RETURN node.id AS id" };

describe.each(engines)("rows that are kept: $name", ({ open }) => {
  test("the engine is asked once for the same, and again for other parameters or another statement", async () => {
    const graph = await open();
    await load(graph, "first", ["a", "b"]);
    const results: string[] = [];
    const cache = new RowCache(100, (result) => results.push(result));
    const heard: string[] = [];
    const reader = await listening(graph, ({ name }) => heard.push(name)).open();
    const through = cache.through(reader);
    for (const id of ["a", "a", "b", "c", "c"]) {
      expect(idsIn(await through.read(one, { id }))).toEqual(id === "c" ? [] : [id]);
    }
    expect(idsIn(await through.read(readIds))).toEqual(["a", "b"]);
    expect(heard).toEqual(["test/one", "test/one", "test/one", readIds.name]);
    expect(results).toEqual(["miss", "hit", "miss", "miss", "hit", "miss"]);
    await reader.release();
    await graph.close();
  });

  test("what is asked about ids is kept by id, whomever else it was asked about", async () => {
    const graph = await open();
    await load(graph, "first", ["a", "b", "c"]);
    const asked: unknown[] = [];
    const reader = await withReaders(graph, (each) => ({
      ...each,
      read: (statement, parameters) => {
        asked.push(parameters?.["ids"]);
        return each.read(statement, parameters);
      },
    })).open();
    const results: string[] = [];
    const through = new RowCache(100, (result) => results.push(result)).through(reader);
    const question: Question<readonly string[]> = {
      statement: {
        name: "test/each",
        text: "UNWIND $ids AS key MATCH (node:Entity {id: key}) WHERE $wanted RETURN key, node.id AS id",
      },
      make: (rows, id) => [id, ...rows.map((row) => row["id"] as string)],
    };
    const ask = async (ids: readonly string[], wanted = true) =>
      Object.fromEntries(await through.ask(question, ids, { wanted }));
    expect(await ask(["a", "x"])).toEqual({ a: ["a", "a"], x: ["x"] });
    expect(await ask(["x", "b", "a"])).toEqual({ x: ["x"], b: ["b", "b"], a: ["a", "a"] });
    expect(await ask(["b"])).toEqual({ b: ["b", "b"] });
    expect(await ask(["b"], false)).toEqual({ b: ["b"] });
    expect(await ask([])).toEqual({});
    expect(asked).toEqual([["a", "x"], ["b"], ["b"]]);
    expect(results).toEqual(["miss", "miss", "hit", "miss", "hit"]);

    const known = through.known(question, { wanted: true });
    expect(["a", "x", "c"].map(known)).toEqual([["a", "a"], ["x"], undefined]);
    expect(["a", "b"].map(through.known(question, { wanted: false }))).toEqual([undefined, ["b"]]);
    expect(["a", "b"].map(reader.known(question, { wanted: true }))).toEqual([undefined, undefined]);
    expect(asked).toHaveLength(3);
    expect(results.slice(5)).toEqual(["hit", "hit", "hit"]);
    await reader.release();
    await graph.close();
  });

  test("after a load, readers have what is new, and who began before has what was", async () => {
    const graph = await open({ grace: 500 });
    await load(graph, "first", ["a"]);
    const cache = new RowCache(100, () => undefined);
    const before = await graph.open();
    expect(idsIn(await cache.through(before).read(readIds))).toEqual(["a"]);
    const whether: Question<boolean> = {
      statement: { name: "test/whether", text: "UNWIND $ids AS key MATCH (node:Entity {id: key}) RETURN key" },
      make: (rows) => rows.length > 0,
    };
    await cache.through(before).ask(whether, ["a"]);
    const writer = await graph.begin("second");
    await writer.write(createEntities, { ids: ["b"] });
    const published = writer.publish();
    const after = await opened(graph, "second");
    expect(idsIn(await cache.through(after).read(readIds))).toEqual(["b"]);
    expect(cache.through(before).known(whether)("a")).toBe(true);
    expect(cache.through(after).known(whether)("a")).toBeUndefined();
    expect(idsIn(await cache.through(before).read(readIds))).toEqual(["a"]);
    await before.release();
    await after.release();
    await published;
    await graph.close();
  });

  test("what is too much to keep, or fails, is asked for again", async () => {
    const graph = await open();
    await load(graph, "first", ["a", "b", "c"]);
    const heard: string[] = [];
    const reader = await listening(graph, ({ name }) => heard.push(name)).open();
    const through = new RowCache(4, () => undefined).through(reader);
    for (let asked = 0; asked < 2; asked++) expect(idsIn(await through.read(readIds))).toEqual(["a", "b", "c"]);
    const wrong: Statement = { name: "test/wrong", text: "MATCH (node RETURN node" };
    for (let asked = 0; asked < 2; asked++) await expect(through.read(wrong)).rejects.toThrow("test/wrong");
    expect(heard).toEqual([readIds.name, readIds.name, "test/wrong", "test/wrong"]);
    const without = new RowCache(0, () => undefined);
    expect(without.through(reader)).toBe(reader);
    await reader.release();
    await graph.close();
  });
});
