// The engines that tests run on: `describe.each(engines)("…", ({ open }) => { … })`. None is mocked, and a test does
// the same on each. Neo4j is missing from the table where it is lacking; the reporter says so.
import { join } from "node:path";
import neo4j from "neo4j-driver";
import { GrafeoGraph } from "../src/graph/grafeo/graph.js";
import type { Graph } from "../src/graph/graph.js";
import { Neo4jGraph } from "../src/graph/neo4j/graph.js";
import { temporaryFolder } from "./temporary-folder.js";

interface Settings {
  /** Milliseconds after which a reader gives up on a statement. */
  readonly timeout?: number;
  /** Milliseconds for which readers can go on with a generation after the next is published. */
  readonly grace?: number;
}

export interface Engine {
  readonly name: string;
  /** A graph with nothing in it, whatever earlier tests left. The test closes it. */
  readonly open: (settings?: Settings) => Promise<Graph>;
}

/** An engine whose graph several processes see. */
export interface SharedEngine extends Engine {
  /** What `open` opened, as another process opens it: nothing is removed. */
  readonly openBeside: (address: string, settings?: Settings) => Graph;
}

const enoughTime = 10_000;
/** Loads that are killed in tests keep the next one out for this long. */
export const lease = 1_000;

export const inMemory: Engine = {
  name: "embedded engine, in memory",
  open: async ({ timeout = enoughTime } = {}) => new GrafeoGraph({ timeout, shuffleUnordered: true }),
};

export const inFolder: SharedEngine = {
  name: "embedded engine, in a folder",
  open: async ({ timeout = enoughTime } = {}) =>
    new GrafeoGraph({ timeout, folder: join(temporaryFolder("store"), "graph") }),
  openBeside: (folder) => new GrafeoGraph({ timeout: enoughTime, folder }),
};

/** Only where there is one: tests on nothing else are in files that end in `.neo4j.test.ts`. */
export const onNeo4j: SharedEngine = {
  name: "Neo4j",
  open: async (settings = {}) => {
    const options = neo4jOptions();
    await removeEverything(options);
    return new Neo4jGraph({ ...options, ...settings });
  },
  openBeside: (_address, settings = {}) => new Neo4jGraph({ ...neo4jOptions(), ...settings }),
};

export const sharedEngines: readonly SharedEngine[] =
  process.env["OPPHAV_TEST_NEO4J_URI"] === undefined ? [inFolder] : [inFolder, onNeo4j];

export const engines: readonly Engine[] = [inMemory, ...sharedEngines];

/** What reaches that Neo4j, for tests that reach it in other ways. */
export function neo4jOptions() {
  return {
    uri: setting("OPPHAV_TEST_NEO4J_URI"),
    user: process.env["OPPHAV_TEST_NEO4J_USER"] ?? "neo4j",
    password: setting("OPPHAV_TEST_NEO4J_PASSWORD"),
    database: "neo4j",
    timeout: enoughTime,
    grace: 0,
    lease,
  };
}

/** The schema stays: making it again takes longer than all else. */
async function removeEverything({ uri, user, password, database }: ReturnType<typeof neo4jOptions>): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    await driver.executeQuery("MATCH (node) DETACH DELETE node", {}, { database });
  } finally {
    await driver.close();
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`expected ${name} in the environment; it is not set`);
  return value;
}
