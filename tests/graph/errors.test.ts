import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { GraphError } from "../../src/graph/error.js";
import type { Graph, Reader } from "../../src/graph/graph.js";
import { Neo4jGraph } from "../../src/graph/neo4j/graph.js";
import type { Statement } from "../../src/graph/statement.js";
import { engines, sharedEngines } from "../engines.js";
import { currentIds, load, readIds, reading } from "./small-graph.js";

async function failureOf(promise: Promise<unknown>): Promise<GraphError> {
  const failure: unknown = await promise.then(
    () => "no failure",
    (error: unknown) => error,
  );
  if (failure instanceof GraphError) return failure;
  throw new Error(`expected a GraphError; got ${String(failure)}`);
}

describe.each(engines)("errors on $name", ({ open }) => {
  let graph: Graph;
  let reader: Reader;

  beforeAll(async () => {
    graph = await open();
    await load(graph, "errors", ["one"]);
    reader = await graph.open();
  });
  afterAll(async () => {
    await reader.release();
    await graph.close();
  });

  test.each<Statement>([
    { name: "test/no-cypher", text: "MATCH (secret:Entity RETURN secret" },
    { name: "test/lock-and-timeout", text: "RETURN lock.timed out" },
    { name: "test/unknown-parameter", text: "RETURN $absent AS absent" },
  ])("$name is refused, in words of ours", async (statement) => {
    const failure = await failureOf(reader.read(statement));
    expect(failure).toMatchObject({ code: "REFUSED", retriable: false });
    expect(failure.message).toMatch(new RegExp(`^${statement.name}: the (engine|database) refused it$`));
    expect(String(failure.cause)).not.toBe("undefined");
  });

  test("a write that is refused leaves its load going", async () => {
    const writer = await graph.begin("refused");
    const failure = await failureOf(writer.write({ name: "test/no-cypher", text: "CREATE (" }));
    expect(failure.code).toBe("REFUSED");
    await writer.abandon();
  });
});

describe.each(engines)("errors on $name, with nothing loaded", ({ open }) => {
  test("opening says that nothing is loaded", async () => {
    const graph = await open();
    const failure = await failureOf(graph.open());
    expect(failure).toMatchObject({ code: "UNAVAILABLE", retriable: true });
    expect(failure.message).toBe(`expected a dataset in ${graph.address}; nothing is loaded`);
    await graph.close();
  });
});

const slow: Statement = {
  name: "test/slow",
  text: "UNWIND range(1, 10000) AS a UNWIND range(1, 1000) AS b WITH a, b WHERE a + b < 0 RETURN count(a) AS n",
};

describe.each(engines)("a statement that takes too long on $name", ({ open }) => {
  test("fails when its time is up", async () => {
    const graph = await open();
    await load(graph, "slow", []);
    const reader = await graph.open({ timeout: 100 });
    const start = performance.now();
    expect(await failureOf(reader.read(slow))).toMatchObject({ code: "TIMEOUT", retriable: true });
    expect(performance.now() - start).toBeLessThan(1_000);
    await reader.release();
    await graph.close();
  });

  test("fails when its reader's deadline has come, which no later one outlives", async () => {
    const graph = await open();
    await load(graph, "slow", []);
    const start = performance.now();
    const deadline = start + 100;
    const reader = await graph.open({ deadline });
    expect(await failureOf(reader.read(slow))).toMatchObject({ code: "TIMEOUT" });
    expect(performance.now() - start).toBeLessThan(1_000);
    // A timer may fire up to a millisecond early.
    while (performance.now() < deadline) await setImmediate();
    expect(await failureOf(reader.read(readIds))).toMatchObject({ code: "TIMEOUT", retriable: false });
    await reader.release();
    await graph.close();
  });

  test("ends where its reader has more time than others", async () => {
    const graph = await open({ timeout: 300 });
    await load(graph, "slow", []);
    const hasty = await graph.open();
    expect(await failureOf(hasty.read(slow))).toMatchObject({ code: "TIMEOUT" });
    await hasty.release();
    const patient = await graph.open({ timeout: 60_000 });
    expect(await patient.read(slow)).toEqual([{ n: 0 }]);
    await patient.release();
    await graph.close();
  }, 70_000);

  test("does not have its generation taken away from under it", async () => {
    const graph = await open();
    await load(graph, "slow", []);
    const reader = await graph.open({ timeout: 50 });
    expect(await failureOf(reader.read(slow))).toMatchObject({ code: "TIMEOUT" });
    await load(graph, "next", ["a"]);
    await reader.release();
    expect(await currentIds(graph)).toEqual(["a"]);
    await graph.close();
  });
});

// In memory, the engine cannot be told that a statement only reads.
describe.each(sharedEngines)("a reader on $name", ({ open }) => {
  test("does not write", async () => {
    const graph = await open();
    await load(graph, "read-only", ["one"]);
    await reading(graph, async (reader) => {
      const writes: Statement = { name: "test/writes", text: "CREATE (entity:Entity {id: 'two'})" };
      expect(await failureOf(reader.read(writes))).toMatchObject({ code: "REFUSED", retriable: false });
    });
    expect(await currentIds(graph)).toEqual(["one"]);
    await graph.close();
  });
});

describe("a Neo4j server that cannot be reached", () => {
  const timeout = 600;
  const unreachable = (port: number) =>
    new Neo4jGraph({
      uri: `bolt://someone:se/cr@et@127.0.0.1:${port}`,
      user: "neo4j",
      password: "an-other-secret",
      database: "neo4j",
      timeout,
      grace: 0,
      lease: 1_000,
    });

  async function failingWithin(milliseconds: number, work: Promise<unknown>): Promise<GraphError> {
    const start = performance.now();
    const failure = await failureOf(work);
    expect(performance.now() - start).toBeLessThan(milliseconds);
    expect(failure.message).not.toMatch(/secret|se\/cr|127\.0\.0\.1.*@/);
    return failure;
  }

  test("is named without its password", () => {
    expect(unreachable(7687).address).toBe("bolt://127.0.0.1:7687");
  });

  test.each<[string, (graph: Graph) => Promise<unknown>]>([
    ["reading", (graph) => graph.open()],
    ["loading", (graph) => graph.begin("unreachable")],
  ])("makes %s fail in time where nothing listens", async (_what, use) => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const { port } = listener.address() as AddressInfo;
    listener.close();
    await once(listener, "close");

    const graph = unreachable(port);
    expect(await failingWithin(timeout + 200, use(graph))).toMatchObject({ code: "UNAVAILABLE", retriable: true });
    await graph.close();
  });

  test("makes reading fail in time where it accepts and never answers", async () => {
    const silent = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(silent, "listening");

    const graph = unreachable((silent.address() as AddressInfo).port);
    const failure = await failingWithin(timeout + 200, graph.open());
    // The time to connect and the time to answer are up at once.
    expect(["TIMEOUT", "UNAVAILABLE"]).toContain(failure.code);
    expect(failure.retriable).toBe(true);

    await graph.close();
    silent.close();
  });
});
