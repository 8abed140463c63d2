// A Neo4j whose process ends without notice and is started again: while services read it, and in the middle of a load.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { load } from "../../src/dataset/write/load.js";
import { GraphError } from "../../src/graph/error.js";
import { Neo4jGraph } from "../../src/graph/neo4j/graph.js";
import { datasets } from "../dataset/two-datasets.js";
import { lease, neo4jOptions, onNeo4j } from "../engines.js";
import { startNeo4j } from "../neo4j/server.mjs";
import { type TestService, leaveLodbyIn, lodby } from "../service.js";
import { temporaryFolder } from "../temporary-folder.js";
import { Callers, limit, serveOver } from "./callers.js";
import { seen } from "./seen.js";

const patience = 180_000;
/** A server that has just been started plans for seconds what it is asked for the first time. */
const untilWarm = 60_000;

type Server = Awaited<ReturnType<typeof startNeo4j>>;

let home: string;
let server: Server;
let graph: Neo4jGraph;
let service: TestService;
beforeEach(async () => {
  home = join(temporaryFolder("neo4j"), "home");
  server = await startNeo4j(home);
  const { uri, user, password } = server;
  graph = new Neo4jGraph({ ...neo4jOptions(), uri, user, password, timeout: limit });
  await load(graph, lodby);
  service = await serveOver(uri, { user, password });
}, patience);
afterEach(async () => {
  await service.close();
  await graph.close();
  server.kill();
});

async function restart(): Promise<void> {
  server.kill();
  await server.ended;
  server = await startNeo4j(home, { port: Number(new URL(server.uri).port) });
}

test(
  "under load: callers are answered rightly or told to come later, and rightly when it is back",
  async () => {
    await leaveLodbyIn(onNeo4j);
    const callers = await Callers.of(service);
    await callers.untilRight(untilWarm);
    const asking = callers.keepAsking(8);
    await sleep(1_000);
    await restart();
    const { right, errors } = await asking.stop();
    expect(right).toBeGreaterThan(0);
    expect(errors).toBeGreaterThan(0);
    await callers.untilRight(untilWarm);
    expect((await service.get("/health/ready")).status).toBe(200);
  },
  patience,
);

test(
  "in mid-load: the graph holds the old dataset or the new one, whole, and the next load succeeds",
  async () => {
    const before = await seen(graph);
    const restarts: Promise<void>[] = [];
    const failure = await load(graph, datasets.one, ({ done, total }) => {
      if (done > total / 2 && restarts.length === 0) restarts.push(restart());
    }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(restarts).toHaveLength(1);
    await Promise.all(restarts);
    const { version } = datasets.one;
    const after = await seen(graph);
    if (failure === null) {
      expect((await graph.current())?.version).toBe(version);
    } else {
      expect(failure).toBeInstanceOf(GraphError);
      expect(after).toBe(before);
    }
    // A load that was cut off keeps the next one out for as long as its lease lasts.
    await sleep(lease);
    expect(await load(graph, datasets.one)).toMatchObject({ version, changed: failure !== null });
    expect((await graph.current())?.version).toBe(version);
  },
  patience,
);
