import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { neo4jOptions, onNeo4j } from "../engines.js";
import { leaveLodbyIn } from "../service.js";
import { Callers, limit, serveOver } from "./callers.js";
import { TcpProxy } from "./tcp-proxy.js";

const patience = 60_000;

let proxy: TcpProxy;
beforeAll(() => leaveLodbyIn(onNeo4j), patience);
beforeEach(async () => {
  proxy = await TcpProxy.before(neo4jOptions().uri);
});
afterEach(() => {
  proxy.close();
});

describe("a service that starts before its Neo4j", () => {
  test(
    "is alive, says that it is not ready, and answers when the database has come, without a restart",
    async () => {
      proxy.refuse();
      const service = await serveOver(proxy.uri);
      expect((await service.get("/health/live")).status).toBe(200);
      const health = await service.get("/health/ready");
      expect(health.status).toBe(503);
      expect(await health.json()).toEqual({
        ready: false,
        reason: `${proxy.uri}: generation/current: the database does not answer`,
      });
      const began = performance.now();
      const answer = await service.get("/graphql?query={towns{nodes{id}}}", { "apollo-require-preflight": "yes" });
      expect(performance.now() - began).toBeLessThan(limit + 1_000);
      expect(answer.status).toBe(503);
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });

      await proxy.resume();
      expect((await service.get("/health/ready")).status).toBe(200);
      expect(await (await Callers.of(service)).askAtOnce(20)).toBe(20);
      await service.close();
    },
    patience,
  );
});

describe("a service whose Neo4j hangs", () => {
  test(
    "answers with an error when the time is up, and rightly as soon as it goes on",
    async () => {
      const service = await serveOver(proxy.uri);
      const callers = await Callers.of(service);
      proxy.stall();
      expect(await callers.askAtOnce(20)).toBe(0);
      expect((await service.get("/health/ready")).status).toBe(503);
      expect((await service.get("/health/live")).status).toBe(200);
      await proxy.resume();
      await callers.untilRight(2 * limit);
      expect(await callers.askAtOnce(20)).toBe(20);
      await service.close();
    },
    patience,
  );

  test(
    "ends all the same",
    async () => {
      const service = await serveOver(proxy.uri);
      const callers = await Callers.of(service);
      proxy.stall();
      expect(await callers.ask()).toBe(false);
      const began = performance.now();
      await service.close();
      expect(performance.now() - began).toBeLessThan(limit);
    },
    patience,
  );
});

test(
  "a service whose connections were all lost without a word makes new ones",
  async () => {
    const service = await serveOver(proxy.uri);
    const callers = await Callers.of(service);
    expect(await callers.askAtOnce(20)).toBe(20);
    proxy.lose();
    expect(await callers.askAtOnce(20)).toBe(0);
    await callers.untilRight(4 * limit);
    expect(await callers.askAtOnce(20)).toBe(20);
    await service.close();
  },
  patience,
);
