import { Agent, request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";
import { addressOf, start } from "../http/running-service.js";

const lodbyFolder = join(projectRoot, "tests/fixtures/lodby");
const patience = 60_000;

interface Answered {
  readonly status: number | undefined;
  readonly body: string;
  readonly connection: string | undefined;
}

/** By clients that keep their connections, as browsers and proxies do. */
function ask(address: string, agent: Agent): Promise<Answered> {
  const body = JSON.stringify({
    query: "{ organizations { nodes { id names { name } descendants { totalCount } } } }",
  });
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    request(`${address}/graphql`, { method: "POST", agent, headers }, (response) => {
      text(response).then((read) => {
        resolve({ status: response.statusCode, body: read, connection: response.headers.connection });
      }, reject);
    })
      .on("error", reject)
      .end(body);
  });
}

test(
  "asked to end under load, the service drops no request, tells clients to leave, and ends",
  async () => {
    const service = start({ OPPHAV_DATASET: lodbyFolder, OPPHAV_DRAIN_SECONDS: "2" });
    const address = await addressOf(service);
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const expected = (await ask(address, agent)).body;
    const answers: Answered[] = [];
    const failures: unknown[] = [];
    // Each goes on until it has been told to leave, as a balancer does that then sends its requests elsewhere.
    const client = async (): Promise<void> => {
      for (let left = false; !left;) {
        const answer = await ask(address, agent);
        answers.push(answer);
        left = answer.connection === "close";
      }
    };
    const clients = Array.from({ length: 20 }, () =>
      client().catch((error: unknown) => {
        failures.push(error);
      }),
    );
    while (answers.length < 100) await ask(address, agent);
    service.kill("SIGTERM");
    await service.line(/ending, as SIGTERM came/);
    const ready = await fetch(`${address}/health/ready`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 503,
      body: { ready: false, reason: "the service is about to end" },
    });
    await Promise.all(clients);
    expect(failures).toEqual([]);
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 200, body: expected });
    expect(await service.ended).toEqual([0, null]);
    agent.destroy();
  },
  patience,
);

test(
  "asked twice, it does not keep anybody waiting",
  async () => {
    const service = start({ OPPHAV_DATASET: lodbyFolder, OPPHAV_DRAIN_SECONDS: "600" });
    await addressOf(service);
    service.kill("SIGTERM");
    await service.line(/ending, as SIGTERM came/);
    service.kill("SIGTERM");
    expect(await service.ended).toEqual([1, null]);
  },
  patience,
);
