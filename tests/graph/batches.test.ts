import { describe, expect, test } from "@jest/globals";
import { Batches } from "../../src/graph/batches.js";
import { GraphError } from "../../src/graph/error.js";
import type { Question, Reader } from "../../src/graph/graph.js";
import { engines } from "../engines.js";
import { withReaders } from "../service.js";
import { load } from "./small-graph.js";

const question: Question<readonly unknown[]> = {
  statement: {
    name: "test/each",
    text: "UNWIND $ids AS key MATCH (node:Entity {id: key, generation: $generation}) RETURN key, node.id AS id ORDER BY key",
  },
  make: (rows) => rows.map(({ id }) => id),
};

/** Readers of a graph whose statements begin when they are let, with the ids that each asked about. */
async function held(open: (typeof engines)[number]["open"]) {
  const graph = await open();
  await load(graph, "first", ["a", "b", "c"]);
  const asked: unknown[] = [];
  const waiting: (() => void)[] = [];
  const readers: Reader[] = [];
  const readerThat = async (fails: () => boolean = () => false): Promise<Reader> => {
    const reader = await withReaders(graph, (each) => ({
      ...each,
      read: async (statement, parameters) => {
        asked.push(parameters?.["ids"]);
        await new Promise<void>((resolve) => waiting.push(resolve));
        if (fails()) throw new GraphError("TIMEOUT", "too late", { retriable: false });
        return each.read(statement, parameters);
      },
    })).open();
    readers.push(reader);
    return reader;
  };
  return {
    asked,
    readerThat,
    letGo: () => {
      for (const go of waiting.splice(0)) go();
    },
    close: async () => {
      for (const reader of readers) await reader.release();
      await graph.close();
    },
  };
}

const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
};

describe.each(engines)("requests that ask the same at the same time: $name", ({ open }) => {
  test("ask together in the same turn, and while a statement runs; each is told about its own ids", async () => {
    const { asked, readerThat, letGo, close } = await held(open);
    // Longer than any pause of a busy machine, for the order alone to decide what goes together.
    const batches = new Batches(60_000);
    const reader = batches.through(await readerThat());
    const ask = async (...ids: string[]) => Object.fromEntries(await reader.ask(question, ids));
    const first = [ask("a"), ask("x", "a")];
    await turns();
    const others = [ask("c"), ask("a", "y"), ask("c", "b")];
    await turns();
    expect(asked).toEqual([["a", "x"]]);
    letGo();
    expect(await Promise.all(first)).toEqual([{ a: ["a"] }, { x: [], a: ["a"] }]);
    await turns();
    letGo();
    expect(await Promise.all(others)).toEqual([{ c: ["c"] }, { a: ["a"], y: [] }, { c: ["c"], b: ["b"] }]);
    expect(asked).toEqual([
      ["a", "x"],
      ["c", "a", "y", "b"],
    ]);
    await close();
  });

  test("are not held up for long by what does not end, nor by other parameters", async () => {
    const { asked, readerThat, letGo, close } = await held(open);
    const batches = new Batches(300);
    const reader = batches.through(await readerThat());
    const ask = (id: string, more = {}) => reader.ask(question, [id], more);
    const all = [ask("a")];
    await turns();
    all.push(ask("c"), ask("a", { other: 1 }));
    while (asked.length < 3) await turns();
    expect(asked).toEqual([["a"], ["a"], ["c"]]);
    letGo();
    await Promise.all(all);
    await close();
  });

  test("do not fail for another's sake", async () => {
    const { readerThat, letGo, close } = await held(open);
    const batches = new Batches();
    const ask = async (id: string, reader: Reader) => [...(await batches.through(reader).ask(question, [id]))];
    const [sound, late] = [await readerThat(), await readerThat(() => true)];
    const running = ask("a", sound);
    await turns();
    const joined = [ask("c", sound), ask("a", late)];
    const settled = Promise.allSettled([running, ...joined]);
    const results = await Promise.race([
      settled,
      (async () => {
        for (;;) {
          letGo();
          await turns();
        }
      })(),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(results[1]).toMatchObject({ value: [["c", ["c"]]] });
    expect(results[2]).toMatchObject({ reason: { code: "TIMEOUT" } });
    await close();
  });

  test("what nobody joined is not asked again when it fails", async () => {
    const { asked, readerThat, letGo, close } = await held(open);
    const alone = new Batches().through(await readerThat(() => true)).ask(question, ["a"]);
    const failed = expect(alone).rejects.toMatchObject({ code: "TIMEOUT" });
    await turns();
    letGo();
    await failed;
    expect(asked).toEqual([["a"]]);
    await close();
  });
});
