import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { neo4jOptions, onNeo4j } from "../engines.js";
import { type TestService, leaveLodbyIn } from "../service.js";
import { Callers, serveOver } from "./callers.js";
import { TcpProxy } from "./tcp-proxy.js";

const patience = 60_000;

let proxy: TcpProxy;
let service: TestService;
let callers: Callers;
beforeAll(() => leaveLodbyIn(onNeo4j), patience);
beforeEach(async () => {
  proxy = await TcpProxy.before(neo4jOptions().uri);
  service = await serveOver(proxy.uri);
  callers = await Callers.of(service);
}, patience);
afterEach(async () => {
  await service.close();
  proxy.close();
});

test(
  "a request whose connection is cut in the middle is tried again, and answered rightly",
  async () => {
    proxy.slow(20);
    let interrupted = 0;
    for (let cut = 0; cut < 12; cut++) {
      const right = callers.ask();
      if ((await Promise.race([right, sleep(20 + 10 * cut, "waiting")])) === "waiting") interrupted++;
      proxy.cut();
      expect(await right).toBe(true);
    }
    expect(interrupted).toBeGreaterThan(6);
  },
  patience,
);

test(
  "of twenty callers whose connections are cut again and again, each is answered rightly or told to come later",
  async () => {
    const load = callers.keepAsking(20);
    for (let cut = 0; cut < 30; cut++) {
      await sleep(50 + Math.random() * 300);
      proxy.cut();
    }
    const { right } = await load.stop();
    expect(right).toBeGreaterThan(0);
    expect(await callers.askAtOnce(20)).toBe(20);
  },
  patience,
);

test(
  "of twenty callers while the database is away for a while, each is answered rightly or told to come later",
  async () => {
    const load = callers.keepAsking(20);
    await sleep(500);
    proxy.refuse();
    await sleep(4_000);
    await proxy.resume();
    await sleep(1_000);
    const { right, errors } = await load.stop();
    expect(right).toBeGreaterThan(0);
    expect(errors).toBeGreaterThan(0);
    expect(await callers.askAtOnce(20)).toBe(20);
  },
  patience,
);
