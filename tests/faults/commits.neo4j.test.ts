// Commits that end otherwise than well. Whether a transaction was committed whose connection breaks before the server's
// answer, nobody here knows; where the server says to try again, it was not.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { labelsIn } from "../../src/dataset/write/dataset-rows.js";
import { load } from "../../src/dataset/write/load.js";
import { GraphError } from "../../src/graph/error.js";
import { Neo4jGraph } from "../../src/graph/neo4j/graph.js";
import { nodesCreation, relationsCreation } from "../../src/graph/neo4j/load.js";
import { statement } from "../../src/graph/statement.js";
import { datasets } from "../dataset/two-datasets.js";
import { neo4jOptions, onNeo4j } from "../engines.js";
import { leaveLodbyIn } from "../service.js";
import { seen } from "./seen.js";
import { TcpProxy } from "./tcp-proxy.js";

const patience = 60_000;
const { version } = datasets.one;
const batches = [nodesCreation(labelsIn("Organization:Firm")), relationsCreation("DESCENDS_FROM")];

let proxy: TcpProxy;
let graph: Neo4jGraph;
beforeEach(async () => {
  await leaveLodbyIn(onNeo4j);
  proxy = await TcpProxy.before(neo4jOptions().uri);
  // A lease that outlasts the driver's pause before it tries again.
  graph = new Neo4jGraph({ ...neo4jOptions(), uri: proxy.uri, lease: 60_000 });
}, patience);
afterEach(async () => {
  await graph.close();
  proxy.close();
});

test.each(batches)(
  "$name: a load that does not know whether a batch was written fails, and leaves the graph as it was",
  async (batch) => {
    const before = await seen(graph);
    proxy.nextCommitOf(batch, "cut");
    const failed = load(graph, datasets.one);
    await expect(failed).rejects.toBeInstanceOf(GraphError);
    await expect(failed).rejects.toMatchObject({ code: "UNAVAILABLE", retriable: true });
    expect(await seen(graph)).toBe(before);
    expect(await load(graph, datasets.one)).toMatchObject({ version, changed: true });
    expect((await graph.current())?.version).toBe(version);
  },
  patience,
);

test.each(["generation/take-lease", "generation/renew-lease", "generation/move", "generation/end-lease"])(
  "%s: what may be done twice is tried again, and the load succeeds",
  async (name) => {
    proxy.nextCommitOf(statement(name), "cut");
    expect(await load(graph, datasets.one)).toMatchObject({ version, changed: true });
    expect((await graph.current())?.version).toBe(version);
    expect(proxy.pending).toBe(false);
  },
  patience,
);

test.each(batches)(
  "$name: a batch that the server asks to try again is written once, and the load succeeds",
  async (batch) => {
    proxy.nextCommitOf(batch, "refused");
    expect(await load(graph, datasets.one)).toMatchObject({ version, changed: true });
    expect((await graph.current())?.version).toBe(version);
    expect(proxy.pending).toBe(false);
  },
  patience,
);
