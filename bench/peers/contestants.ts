// Who takes part, and how each is started on the same register.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { readConfig, settingNames } from "../../src/config.js";
import type { CompiledDataset } from "../../src/dataset/compiled.js";
import { type LoadResult, load } from "../../src/dataset/write/load.js";
import { openGraph } from "../../src/main.js";
import { missingForNeo4j } from "../../tests/neo4j/installation.mjs";
import { startNeo4j } from "../../tests/neo4j/server.mjs";
import { whereNobodyWatches } from "../measuring.js";
import { startScript, startService } from "../service.js";
import { Absent } from "./absent.js";
import { words as wordsForNeo4jGraphql } from "./neo4j-graphql/words.js";
import { installPackages } from "./packages.js";
import { startPostgres } from "./postgraphile/postgres.js";
import { words as wordsForPostgraphile } from "./postgraphile/words.js";
import { type Words, questionNames, questions, yearsInDays } from "./questions.js";

/** Their names in the table. */
export const opphav = {
  embedded: { cold: "embedded, cold", warm: "embedded, warm" },
  neo4j: { cold: "Neo4j, cold", warm: "Neo4j, warm" },
} as const;
export const peers = {
  typeGraphql: "type-graphql, as it comes",
  postgraphile: "PostGraphile 5",
  neo4jGraphql: "@neo4j/graphql 7",
  rawDriver: "raw Neo4j driver",
} as const;

export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly words: Words;
  readonly stop: () => Promise<void>;
}

interface Field {
  readonly contestants: readonly Contestant[];
  /** Who does not take part, by name, and why. */
  readonly absent: ReadonlyMap<string, string>;
  readonly stop: () => Promise<void>;
}

type Started = Omit<Contestant, "name">;
type Settings = Readonly<Record<string, string>>;

/** What can be left out. */
export const keys = ["neo4j", "type-graphql", "postgraphile", "neo4j-graphql", "raw-driver"] as const;
export type Key = (typeof keys)[number];

/** The tree is deeper than what a caller may ask for where no limits are set. */
const limits = { OPPHAV_MAX_DEPTH: "20", OPPHAV_MAX_COST: "10000000" };
const ours: Words = Object.fromEntries(questionNames.map((name) => [name, { query: questions[name].query }]));

/** @param folder for what is loaded */
export async function startContestants(
  register: CompiledDataset,
  folder: string,
  without: readonly Key[],
): Promise<Field> {
  const store = { OPPHAV_STORE: join(folder, "store") };
  const { nodes: objects } = await loadInto(store, register);
  const lacking = without.includes("neo4j") ? "left out by --without" : missingForNeo4j();
  const neo4j = lacking === null ? await loadedNeo4j(register, join(folder, "neo4j")) : null;
  const onNeo4j = (): NonNullable<typeof neo4j> => {
    if (neo4j === null) throw new Absent(lacking ?? "");
    return neo4j;
  };

  // Other caches than that of rows are off in both: what is measured is how questions are answered, not remembered.
  const cold = Object.fromEntries(
    settingNames.filter((name) => name.startsWith("OPPHAV_CACHE_")).map((name) => [name, "0"]),
  );
  const warm = { ...cold, OPPHAV_CACHE_ROWS: String(Math.round(objects / 10)) };
  const candidates: readonly { name: string; key?: Key; start: () => Promise<Started> }[] = [
    { name: opphav.embedded.cold, start: () => startOpphav({ ...store, ...cold }) },
    { name: opphav.embedded.warm, start: () => startOpphav({ ...store, ...warm }) },
    { name: opphav.neo4j.cold, start: async () => startOpphav({ ...onNeo4j().settings, ...cold }) },
    { name: opphav.neo4j.warm, start: async () => startOpphav({ ...onNeo4j().settings, ...warm }) },
    { name: peers.typeGraphql, key: "type-graphql", start: () => startTypeGraphql(store) },
    { name: peers.postgraphile, key: "postgraphile", start: () => startPostgraphile(register) },
    { name: peers.neo4jGraphql, key: "neo4j-graphql", start: async () => startNeo4jGraphql(onNeo4j()) },
    { name: peers.rawDriver, key: "raw-driver", start: async () => startRawDriver(onNeo4j()) },
  ];

  const contestants: Contestant[] = [];
  const absent = new Map<string, string>();
  for (const { name, key, start } of candidates) {
    try {
      if (key !== undefined && without.includes(key)) throw new Absent("left out by --without");
      contestants.push({ name, ...(await start()) });
    } catch (error) {
      if (!(error instanceof Absent)) throw error;
      absent.set(name, error.message);
      console.error(`absent: ${name}: ${error.message}`);
    }
  }
  return { contestants, absent, stop: stopAll(contestants, neo4j) };
}

/** A function of its own, as a closure beside those that start them would keep the register. */
function stopAll(contestants: readonly Contestant[], neo4j: LoadedNeo4j | null): () => Promise<void> {
  return async () => {
    for (const { stop } of contestants) await stop();
    neo4j?.kill();
  };
}

async function loadInto(settings: Settings, dataset: CompiledDataset): Promise<LoadResult> {
  const graph = openGraph(readConfig(settings));
  const bar = new SingleBar({ format: "{graph} {bar} {value}/{total} {duration}s", ...whereNobodyWatches });
  bar.start(1, 0, { graph: graph.address });
  try {
    return await load(graph, dataset, ({ done, total }) => {
      bar.setTotal(total);
      bar.update(done);
    });
  } finally {
    bar.stop();
    await graph.close();
  }
}

interface LoadedNeo4j {
  /** For our service, and for any other. */
  readonly settings: Settings;
  readonly environment: Settings;
  readonly generation: string;
  readonly kill: () => void;
}

async function loadedNeo4j(register: CompiledDataset, home: string): Promise<LoadedNeo4j> {
  const { uri, user, password, kill } = await startNeo4j(home, { size: "large" });
  const settings = { OPPHAV_NEO4J_URI: uri, OPPHAV_NEO4J_USER: user, OPPHAV_NEO4J_PASSWORD: password };
  await loadInto(settings, register);
  const graph = openGraph(readConfig(settings));
  const current = await graph.current();
  await graph.close();
  if (current === null) throw new Error(`expected a register in ${uri}; nothing is loaded`);
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return { settings, environment, generation: current.id, kill };
}

async function startOpphav(settings: Settings): Promise<Started> {
  const { url, stop } = await startService({ ...limits, ...settings });
  return { url, stop, words: ours };
}

async function startTypeGraphql(store: Settings): Promise<Started> {
  const script = ["--import", "./tests/typescript.mjs", "bench/peers/type-graphql.ts"];
  const { address: url, stop } = await startScript(script, { environment: store });
  return { url, stop, words: ours };
}

async function startPostgraphile(register: CompiledDataset): Promise<Started> {
  const home = join(import.meta.dirname, "postgraphile");
  await installPackages(home);
  const node = nodeOf22(home);
  const postgres = await startPostgres(register);
  const { address, stop } = await startScript([join(home, "server.mjs"), postgres.uri], { node });
  return {
    url: `${address}/graphql`,
    words: wordsForPostgraphile,
    stop: async () => {
      await stop();
      await postgres.stop();
    },
  };
}

/** PostGraphile needs one, and it comes with its packages where ours is older. */
function nodeOf22(home: string): string {
  if (Number.parseInt(process.versions.node) >= 22) return process.execPath;
  const installed = join(home, "node_modules/node/bin/node");
  if (!existsSync(installed)) throw new Absent("no Node 22 or later here");
  return installed;
}

async function startNeo4jGraphql({ environment, generation }: LoadedNeo4j): Promise<Started> {
  const home = join(import.meta.dirname, "neo4j-graphql");
  await installPackages(home);
  const { address: url, stop } = await startScript([join(home, "server.mjs")], { environment });
  return { url, stop, words: wordsForNeo4jGraphql(generation) };
}

async function startRawDriver({ environment, generation }: LoadedNeo4j): Promise<Started> {
  const script = ["--import", "./tests/typescript.mjs", "bench/peers/raw-driver.ts"];
  const { address: url, stop } = await startScript(script, { environment });
  const variables = { generation, ...yearsInDays };
  const asOurs = (data: unknown): unknown => data;
  const words = Object.fromEntries(questionNames.map((name) => [name, { query: name, variables, asOurs }]));
  return { url, stop, words };
}
