import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { load } from "../../src/dataset/write/load.js";
import { Neo4jGraph } from "../../src/graph/neo4j/graph.js";
import { neo4jOptions, onNeo4j } from "../engines.js";
import { lodby, serve } from "../service.js";
import { TcpProxy } from "./tcp-proxy.js";

/** Seconds that a request may take in these tests. */
const limit = 2;

beforeAll(async () => {
  const graph = await onNeo4j.open();
  await load(graph, lodby);
  await graph.close();
}, 60_000);

describe("a service that starts before its Neo4j", () => {
  let proxy: TcpProxy;
  beforeAll(async () => {
    proxy = await TcpProxy.before(neo4jOptions().uri);
  });
  afterAll(() => {
    proxy.close();
  });

  test("is alive, says that it is not ready, and answers when the database has come, without a restart", async () => {
    proxy.refuse();
    const service = await serve(new Neo4jGraph({ ...neo4jOptions(), uri: proxy.uri, timeout: limit * 1_000 }), {
      OPPHAV_MAX_SECONDS: String(limit),
    });
    expect((await service.get("/health/live")).status).toBe(200);
    const health = await service.get("/health/ready");
    expect(health.status).toBe(503);
    expect(await health.json()).toEqual({
      ready: false,
      reason: `${proxy.uri}: generation/current: the database does not answer`,
    });
    const began = performance.now();
    const answer = await service.get('/graphql?query={firm(id:"firm/lodby-works"){name}}', {
      "apollo-require-preflight": "yes",
    });
    expect(performance.now() - began).toBeLessThan((limit + 1) * 1_000);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("1");
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });

    await proxy.resume();
    expect((await service.get("/health/ready")).status).toBe(200);
    const { data, errors } = await service.ask('{ firm(id: "firm/lodby-works") { name } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ firm: { name: "Lodby Verk" } });
    await service.close();
  }, 30_000);
});
