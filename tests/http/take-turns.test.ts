import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, test } from "@jest/globals";
import fastify from "fastify";
import { takeTurns } from "../../src/server/take-turns.js";

/** As an engine does, it works while the event loop does something else, and tells when it is done. */
const engine = `require("node:worker_threads").parentPort.on("message", (milliseconds) => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  require("node:worker_threads").parentPort.postMessage("done");
});`;

test("who waits for an engine goes on before all have begun that came meanwhile", async () => {
  const events: string[] = [];
  const worker = new Worker(engine, { eval: true });
  const app = fastify();
  takeTurns(app);
  app.get("/asks", async () => {
    worker.postMessage(1);
    await once(worker, "message");
    events.push("answered");
    return "";
  });
  app.get("/busy", async () => {
    const end = performance.now() + 5;
    while (performance.now() < end);
    events.push("begun");
    return "";
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  // All connections stand before anything is asked.
  await Promise.all(Array.from({ length: 21 }, () => fetch(`${address}/none`)));
  const asks = fetch(`${address}/asks`);
  await sleep(0);
  await Promise.all([asks, ...Array.from({ length: 20 }, () => fetch(`${address}/busy`))]);
  expect(events.filter((event) => event === "begun")).toHaveLength(20);
  expect(events.indexOf("answered")).toBeLessThan(15);
  await app.close();
  await worker.terminate();
});

test("requests begin in the order in which they came, in contexts of their own", async () => {
  const storage = new AsyncLocalStorage<string>();
  const begun: string[] = [];
  const came: string[] = [];
  const app = fastify();
  app.addHook("onRequest", (request, _reply, next) => {
    came.push(request.url);
    storage.run(request.url, next);
  });
  takeTurns(app);
  app.get("/:place", async () => {
    begun.push(storage.getStore() ?? "");
    return "";
  });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  await Promise.all(Array.from({ length: 8 }, (_, place) => fetch(`${address}/${place}`)));
  expect(begun).toEqual(came);
  expect(new Set(begun).size).toBe(8);
  await app.close();
});
