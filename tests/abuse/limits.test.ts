import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { getIntrospectionQuery } from "graphql";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Graph } from "../../src/graph/graph.js";
import type { Statement } from "../../src/graph/statement.js";
import { engines } from "../engines.js";
import { type TestService, lodby, startService, withReaders } from "../service.js";
import { temporaryFolder } from "../temporary-folder.js";

// Each test loads a graph of its own.
jest.setTimeout(60_000);

const everything = "{ organizations(first: 50) { nodes { id names { name } descendants { edges { depth } } } } }";

interface Limit {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
}

describe.each(engines)("limits: $name", ({ open }) => {
  let service: TestService | null = null;
  const start = async (settings: Readonly<Record<string, string>>, wrapped = (graph: Graph) => graph) => {
    service = await startService(wrapped(await open()), lodby, settings);
    return service;
  };
  afterEach(async () => {
    await service?.close();
    service = null;
  });

  test("an answer of more objects than a request may take is none", async () => {
    const running = await start({ OPPHAV_MAX_OBJECTS: "20" });
    const { status, data, errors } = await running.ask(everything);
    expect({ status, data }).toEqual({ status: 200, data: null });
    expect(errors).toEqual([
      {
        message: "expected at most 20 objects in an answer; this one has more. Ask for less at once",
        extensions: { code: "LIMIT_EXCEEDED", id: expect.stringMatching(/^[0-9a-f]{16}$/) },
      },
    ]);
    expect((await running.ask("{ towns { id } }")).errors).toBeUndefined();
  });

  test("an answer that is not there in time is none", async () => {
    const running = await start({ OPPHAV_MAX_SECONDS: "0.3" }, (graph) => slowedDown(graph, aboutOneSecond));
    const { data, errors } = await running.ask("{ towns { id } }");
    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(["TIMEOUT"]);
  });

  test("of requests at the same time, those beyond the limit are refused, and told when to come again", async () => {
    // Nothing is kept, so that none is answered before the others come. An engine that has just been started plans for seconds what it is asked for the first time.
    const running = await start({
      OPPHAV_MAX_REQUESTS: "2",
      OPPHAV_MAX_SECONDS: "30",
      OPPHAV_CACHE_ROWS: "0",
      OPPHAV_CACHE_ANSWERS: "0",
    });
    const answers = await Promise.all(Array.from({ length: 30 }, () => running.ask(everything)));
    const [answered, refused] = [200, 503].map((status) => answers.filter((each) => each.status === status));
    expect(answered).not.toHaveLength(0);
    expect(refused).not.toHaveLength(0);
    expect([...(answered ?? []), ...(refused ?? [])]).toHaveLength(30);
    for (const { data } of answered ?? []) expect(data).toEqual(answered?.[0]?.data);
    for (const { data, errors } of refused ?? []) {
      expect(data).toBeUndefined();
      expect(errors).toEqual([
        {
          message: "expected fewer than 2 requests at the same time; so many are being answered. Try again in a second",
          extensions: { code: "UNAVAILABLE", id: expect.any(String) },
        },
      ]);
    }
    expect((await running.ask("{ towns { id } }")).status).toBe(200);
    const health = await fetch(`${running.address}/health/ready`);
    expect(health.status).toBe(200);
  });

  test("a key gives more of everything, and a wrong one nothing", async () => {
    const settings = { OPPHAV_MAX_OBJECTS: "20", OPPHAV_API_KEYS: "first-key,second-key", OPPHAV_KEY_FACTOR: "100" };
    const running = await start(settings);
    const withKey = (authorization: string) => running.ask(everything, {}, { headers: { authorization } });
    expect((await running.ask(everything)).data).toBeNull();
    for (const key of ["first-key", "second-key"]) {
      const { status, errors } = await withKey(`Bearer ${key}`);
      expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    }
    for (const key of ["third-key", "first-key,second-key", "", "first-ke"]) {
      const { status, errors, data } = await withKey(`Bearer ${key}`);
      expect({ status, data }).toEqual({ status: 401, data: undefined });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["UNAUTHENTICATED"]);
    }
    const metrics = await fetch(`${running.address}/metrics`);
    expect(metrics.status).toBe(401);
    expect(metrics.headers.get("www-authenticate")).toBe("Bearer");
    const told = await fetch(`${running.address}/metrics`, { headers: { authorization: "bearer first-key" } });
    expect(await told.text()).toContain("opphav_http_request_duration_seconds");
  });

  test("an answer tells how much was used of each limit, where it is asked", async () => {
    const running = await start({});
    const operation = "query A { all: towns { id organizations(first: 2) { nodes { id @include(if: true) } } } }";
    const { extensions } = await running.ask(operation, {}, { extensions: { limits: true } });
    const { milliseconds, ...limits } = extensions?.["limits"] as Readonly<Record<string, Limit>>;
    expect(limits).toEqual({
      depth: { used: 4, limit: 12, left: 8 },
      aliases: { used: 1, limit: 15, left: 14 },
      directives: { used: 1, limit: 20, left: 19 },
      rootFields: { used: 1, limit: 20, left: 19 },
      tokens: { used: 29, limit: 2000, left: 1971 },
      // Four towns are assumed, each with a page whose size multiplies all that it has: itself and its nodes.
      cost: { used: 4 * (1 + 2 * (1 + 1)), limit: 200_000, left: 200_000 - 20 },
      // There is one town, its page and two nodes.
      objects: { used: 1 + 1 + 2, limit: 10_000, left: 10_000 - 4 },
    });
    expect(milliseconds).toMatchObject({ limit: 5_000 });
    expect(milliseconds?.used).toBe(5_000 - (milliseconds?.left ?? 0));
    expect((await running.ask("{ towns { id } }")).extensions).toBeUndefined();
    const wrong = await running.ask("{ towns { id } }", {}, { extensions: { limits: "all" } });
    expect(wrong).toMatchObject({ status: 400, errors: [{ message: 'expected limits of true; got "all"' }] });
  });

  test("introspection and playground can be switched off", async () => {
    const running = await start({ OPPHAV_INTROSPECTION: "off", OPPHAV_PLAYGROUND: "off" });
    expect(await running.ask(getIntrospectionQuery())).toMatchObject({ status: 400 });
    const playground = await running.get("/graphql", { accept: "text/html" });
    expect(playground.status).toBe(400);
    expect(await playground.text()).not.toContain("<html");
  });

  test("where only trusted operations are taken, others are refused, and those can be called by their hash", async () => {
    const body = "query Towns { towns { id } }";
    const manifest = join(temporaryFolder("manifest"), "operations.json");
    writeFileSync(manifest, JSON.stringify({ format: "apollo-persisted-query-manifest", operations: [{ body }] }));
    const running = await start({ OPPHAV_TRUSTED_OPERATIONS: manifest });
    expect(await running.ask(body)).toMatchObject({ status: 200, data: { towns: [{ id: "town/lodby" }] } });
    expect(await running.ask("{ towns { id } }")).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: "FORBIDDEN" } }],
    });
    const byHash = (sha256Hash: string): Promise<Response> =>
      fetch(`${running.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
      });
    const hash = createHash("sha256").update(body).digest("hex");
    expect(await (await byHash(hash)).json()).toEqual({ data: { towns: [{ id: "town/lodby" }] } });
    expect(await (await byHash("0".repeat(64))).json()).toMatchObject({
      errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }],
    });
    // What the service asks itself is no caller's.
    expect((await running.get("/export/organizations.csv")).status).toBe(200);
  });
});

/** On the embedded engine, which cannot stop: the caller is answered, and what it began still counts. */
describe.each(engines.filter(({ name }) => name.startsWith("embedded")))("a place: $name", ({ open }) => {
  test("is held until the engine has ended what its request began", async () => {
    const settings = { OPPHAV_MAX_SECONDS: "0.3", OPPHAV_MAX_REQUESTS: "1" };
    const service = await startService(slowedDown(await open(), aboutOneSecond), lodby, settings);
    expect((await service.ask("{ towns { id } }")).errors[0]?.extensions.code).toBe("TIMEOUT");
    expect((await service.ask("{ towns { id } }")).status).toBe(503);
    for (let waited = 0; (await service.ask("{ nodes(ids: []) { id } }")).status !== 200; waited += 100) {
      expect(waited).toBeLessThan(20_000);
      await sleep(100);
    }
    await service.close();
  });
});

const aboutOneSecond: Statement = {
  name: "test/slow",
  text: "UNWIND range(1, 4000) AS a UNWIND range(1, 2000) AS b WITH a, b WHERE a + b < 0 RETURN count(a) AS n",
};

/** The graph itself, on which every statement waits for another one. */
function slowedDown(graph: Graph, slow: Statement): Graph {
  return withReaders(graph, (reader) => ({
    ...reader,
    read: async (statement, parameters) => {
      await reader.read(slow);
      return reader.read(statement, parameters);
    },
  }));
}
