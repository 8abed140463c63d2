// A register loaded into the graph that the settings name, by our load or by the engine's own means: a step of
// `bench/growth.ts`. `node … bench/growth-loading.ts <organizations> load|bulk`.
import grafeo from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import { type Config, readConfig } from "../src/config.js";
import { datasetRows, labelsIn } from "../src/dataset/write/dataset-rows.js";
import { load } from "../src/dataset/write/load.js";
import { batchesOf } from "../src/dataset/write/rows.js";
import type { NewRelation, Parameters } from "../src/graph/graph.js";
import { nodesCreation, relationsCreation } from "../src/graph/neo4j/load.js";
import { toDriver } from "../src/graph/neo4j/values.js";
import { statements } from "../src/graph/statement.js";
import { openGraph } from "../src/main.js";
import { conclude, tellProgress } from "./own-process.js";
import { registerOf } from "./register.js";

export interface Loading {
  readonly nodes: number;
  readonly relations: number;
  readonly seconds: number;
  /** Bytes that were resident with the register in memory, and at the most later on. */
  readonly resident: { readonly register: number; readonly peak: number };
  /** Seconds for which nothing was told of the progress, at the most. */
  readonly silence: number;
}

const batchSize = 1_000;
const generation = "bulk";
/** What bulk loading took so far. */
let milliseconds = 0;

const [organizations, way] = process.argv.slice(2);
const register = registerOf(Number(organizations));
const residentWithRegister = process.memoryUsage.rss();
const config = readConfig();
const loaded = way === "load" ? await byLoad() : await byBulk(await bulkOf(config.graph));
const peak = process.resourceUsage().maxRSS * 1_024;
conclude({ ...loaded, resident: { register: residentWithRegister, peak } } satisfies Loading);

async function byLoad(): Promise<Omit<Loading, "resident">> {
  const graph = openGraph(config);
  const begun = performance.now();
  let toldAt = begun;
  let silence = 0;
  const told = (): void => {
    const now = performance.now();
    silence = Math.max(silence, now - toldAt);
    toldAt = now;
  };
  const { nodes, relations } = await load(graph, register, ({ done, total }) => {
    told();
    tellProgress(total === 0 ? 0 : done / total);
  });
  told();
  const seconds = (performance.now() - begun) / 1_000;
  await graph.close();
  return { nodes, relations, seconds, silence: silence / 1_000 };
}

/** An engine's own way of taking many rows at once. All it does is inside of `timed`, and making the rows is not. */
interface Bulk {
  nodes(labels: readonly string[], rows: readonly Parameters[]): Promise<void>;
  index(): Promise<void>;
  relations(type: string, rows: readonly NewRelation[]): Promise<void>;
  end(): Promise<void>;
}

async function timed<Result>(work: () => Promise<Result> | Result): Promise<Result> {
  const begun = performance.now();
  const result = await work();
  milliseconds += performance.now() - begun;
  return result;
}

async function byBulk(bulk: Bulk): Promise<Omit<Loading, "resident">> {
  const { nodes, relations } = datasetRows(register);
  const countOf = (rows: ReadonlyMap<string, { length: number }>) =>
    [...rows.values()].reduce((sum, { length }) => sum + length, 0);
  const counts = { nodes: countOf(nodes), relations: countOf(relations) };
  let done = 0;
  const tell = (count: number): void => {
    tellProgress((done += count) / (counts.nodes + counts.relations));
  };
  for (const [name, rows] of nodes) {
    for (const batch of batchesOf(rows, batchSize)) {
      await bulk.nodes(labelsIn(name), batch);
      tell(batch.length);
    }
  }
  await bulk.index();
  for (const [name, rows] of relations) {
    for (const batch of batchesOf(rows, batchSize)) {
      await bulk.relations(name, batch);
      tell(batch.length);
    }
  }
  await bulk.end();
  return { ...counts, seconds: milliseconds / 1_000, silence: 0 };
}

async function bulkOf(graph: Config["graph"]): Promise<Bulk> {
  if (graph.kind === "neo4j") return neo4jBulk(graph);
  if (graph.kind === "store") return embeddedBulk(graph.folder);
  throw new Error("expected OPPHAV_STORE or OPPHAV_NEO4J_URI; got neither");
}

/** The statements of a load, sent by the driver, one batch after the other. */
function neo4jBulk(graph: Extract<Config["graph"], { kind: "neo4j" }>): Bulk {
  const driver = neo4j.driver(graph.uri, neo4j.auth.basic(graph.user, graph.password), { useBigInt: true });
  const session = driver.session({ database: graph.database });
  const send = async (text: string, parameters: Parameters): Promise<void> => {
    const sent = toDriver({ ...parameters, generation });
    await timed(() => session.run(text, sent));
  };
  return {
    nodes: (labels, rows) => send(nodesCreation(labels).text, { rows }),
    index: async () => {
      for (const { text } of statements("schema/constraints-of-generations")) await send(text, {});
    },
    relations: (type, rows) => send(relationsCreation(type).text, { rows }),
    end: async () => {
      await session.close();
      await driver.close();
    },
  };
}

/** The functions that the engine has for it, which know no ids of ours: relations name nodes by the engine's own. */
function embeddedBulk(file: string): Bulk {
  const database = grafeo.GrafeoDB.create(file);
  const numberOf = new Map<string, number>();
  const known = (id: string): number => {
    const number = numberOf.get(id);
    if (number === undefined) throw new Error(`expected ${id} among the nodes; it is not there`);
    return number;
  };
  return {
    nodes: async (labels, rows) => {
      const properties = rows.map((row) => ({ ...row, generation }));
      const numbers = await timed(() => database.batchCreateNodesWithProps([...labels], properties));
      for (const [at, { id }] of rows.entries()) numberOf.set(id as string, numbers[at] as number);
    },
    index: async () => {
      for (const { text } of statements("schema/constraints")) await timed(() => database.executeCypher(text));
    },
    relations: async (type, rows) => {
      const edges = rows.map(({ from, to, properties }) => ({ src: known(from), dst: known(to), type, properties }));
      await timed(() => database.batchCreateEdges(edges));
    },
    end: () =>
      timed(() => {
        database.walCheckpoint();
        database.close();
      }),
  };
}
