import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/dataset/write/load.js";
import { projectRoot } from "../../src/project-root.js";
import { inFolder } from "../engines.js";
import { lodby } from "../service.js";
import { addressOf, start } from "./running-service.js";

async function ready(address: string): Promise<{ status: number; ready: boolean; reason: string }> {
  const response = await fetch(`${address}/health/ready`);
  return { status: response.status, ...((await response.json()) as { ready: boolean; reason: string }) };
}

const lodbyFolder = join(projectRoot, "tests/fixtures/lodby");

// A database that does not answer is given up after five seconds.
const patience = 60_000;

describe("the service", () => {
  test(
    "starts on a dataset's folder in memory, answers and says how it is",
    async () => {
      const service = start({ OPPHAV_DATASET: lodbyFolder, OPPHAV_DRAIN_SECONDS: "0" });
      const address = await addressOf(service);
      expect(await (await fetch(`${address}/health/live`)).json()).toEqual({ live: true });
      expect(await ready(address)).toMatchObject({ status: 200, ready: true });
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: '{ firm(id: "firm/lodby-works") { name } }' }),
      });
      expect(await response.json()).toEqual({ data: { firm: { name: "Lodby Verk" } } });
      service.kill("SIGTERM");
      expect(await service.ended).toEqual([0, null]);
    },
    patience,
  );

  test(
    "with broken data does not start, and lists what is wrong with file, line and column",
    async () => {
      const service = start({ OPPHAV_DATASET: join(projectRoot, "tests/fixtures/broken") });
      expect(await service.ended).toEqual([1, null]);
      expect(service.lines.join("\n")).toContain("firms.yaml:3:5: kind: Invalid option");
      expect(service.lines.join("\n")).toContain("firms.yaml:6:5: cite: Invalid input");
      expect(service.lines.at(-1)).toBe("2 findings");
    },
    patience,
  );

  test(
    "on a store that is empty says that it is not ready, and notices within a second when it is",
    async () => {
      const graph = await inFolder.open();
      const service = start({ OPPHAV_STORE: graph.address });
      const address = await addressOf(service);
      expect(await ready(address)).toMatchObject({
        status: 503,
        ready: false,
        reason: expect.stringContaining("nothing is loaded"),
      });
      await load(graph, lodby);
      await sleep(1_000);
      expect(await ready(address)).toMatchObject({ status: 200, ready: true });
      await graph.close();
    },
    patience,
  );

  test(
    "whose Neo4j does not answer starts all the same, says so without the password, and tries again",
    async () => {
      const service = start({
        OPPHAV_NEO4J_URI: `bolt://someone:secret@127.0.0.1:${await freePort()}`,
        OPPHAV_NEO4J_PASSWORD: "hidden",
      });
      const address = await addressOf(service);
      expect(await ready(address)).toMatchObject({
        status: 503,
        ready: false,
        reason: expect.stringContaining("bolt://"),
      });
      await service.line(/not ready: bolt:\/\/127\.0\.0\.1:\d+.*trying again in 500 ms/);
      await service.line(/trying again in 1000 ms/);
      expect(service.lines.join("\n")).not.toMatch(/secret|hidden/);
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ towns { id } }" }),
      });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "UNAVAILABLE" } }] });
    },
    patience,
  );

  test(
    "with settings that cannot be used says all that is wrong at once",
    async () => {
      const service = start({ OPPHAV_PORT: "many", OPPHAV_LOG_LEVEL: "loud", OPPHAV_NEO4J_URl: "bolt://x" });
      expect(await service.ended).toEqual([1, null]);
      const said = service.lines.join("\n");
      expect(said).toContain("OPPHAV_NEO4J_URl: expected one of");
      expect(said).toContain("OPPHAV_PORT: ");
      expect(said).toContain("OPPHAV_LOG_LEVEL: ");
    },
    patience,
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("expected a port");
  return address.port;
}
