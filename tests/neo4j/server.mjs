import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { Neo4jError } from "neo4j-driver";
import { installNeo4j, java } from "./installation.mjs";

const patience = 120_000;
const user = "neo4j";

/**
 * What a server of tests gets along with, and what one that is measured has.
 * @typedef {object} Size
 * @property {readonly string[]} jvm The heap is set here, as a server started from its jars ignores that in its settings.
 * @property {string} pageCache
 * @property {boolean} countsByItself Whether indexes are counted for the planner every few seconds. Tests are planned alike,
 * however long they take.
 */

/** @satisfies {Record<string, Size>} */
const sizes = {
  small: { jvm: ["-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"], pageCache: "16m", countsByItself: false },
  large: { jvm: ["-Xms2g", "-Xmx2g"], pageCache: "1g", countsByItself: true },
};

/**
 * @typedef {object} Server
 * @property {string} uri
 * @property {string} user
 * @property {string} password
 * @property {Promise<unknown>} ended when the server has ended, by itself or not
 * @property {() => void} kill at once: a clean stop takes many seconds, and what is committed is safe
 */

/**
 * Starts a server on this machine's own address and waits until it answers. It ends with this process at the latest.
 * @param {string} home folder of its data, as an earlier start left it or to be made
 * @param {{ port?: number, size?: keyof typeof sizes }} [options] a port to take where it is free
 * @returns {Promise<Server>}
 */
export async function startNeo4j(home, { port: wanted = 0, size = "small" } = {}) {
  const { jars, emptyHome } = await installNeo4j();
  if (!existsSync(home)) cpSync(emptyHome, home, { recursive: true });
  const port = await freePort(wanted);
  configure(home, port, sizes[size]);
  const output = join(home, "console.log");
  const log = openSync(output, "w");
  const jvm = [...sizes[size].jvm, "-cp", jars];
  const places = [`--home-dir=${home}`, `--config-dir=${join(home, "conf")}`, "--console-mode"];
  const child = spawn(java, [...jvm, "org.neo4j.server.CommunityEntryPoint", ...places], {
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  const server = {
    uri: `bolt://127.0.0.1:${port}`,
    user,
    password: readFileSync(join(home, "password"), "utf8"),
    ended: once(child, "exit"),
    kill,
  };
  const running = () => child.exitCode === null && child.signalCode === null;
  try {
    await untilItAnswers(server, home, running);
  } catch (error) {
    kill();
    const lines = readFileSync(output, "utf8").trim().split("\n").slice(-20).join("\n");
    throw new Error(`expected Neo4j to answer at ${server.uri}; its last words:\n${lines}`, { cause: error });
  }
  return server;
}

/**
 * @param {string} home
 * @param {number} port
 * @param {Size} size
 */
function configure(home, port, { pageCache, countsByItself }) {
  mkdirSync(join(home, "conf"), { recursive: true });
  const settings = [
    `server.bolt.listen_address=127.0.0.1:${port}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    `server.memory.pagecache.size=${pageCache}`,
    "db.tx_log.preallocate=false",
    "dbms.usage_report.enabled=false",
    `db.index_sampling.background_enabled=${countsByItself}`,
  ];
  writeFileSync(join(home, "conf", "neo4j.conf"), `${settings.join("\n")}\n`);
}

/**
 * Another server could have taken the port in the meantime: the one that answers has to have our folder.
 * @param {Pick<Server, "uri" | "user" | "password">} server
 * @param {string} home
 * @param {() => boolean} running
 */
async function untilItAnswers(server, home, running) {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    maxTransactionRetryTime: 0,
  });
  const question = "SHOW SETTINGS 'server.directories.neo4j_home' YIELD value RETURN value";
  const deadline = performance.now() + patience;
  try {
    while (running()) {
      try {
        const { records } = await driver.executeQuery(question, {}, { database: "neo4j" });
        const answered = String(records[0]?.get("value"));
        if (realpathSync(answered) === realpathSync(home)) return;
        throw new Error(`another server answers at ${server.uri}, with its data in ${answered}`);
      } catch (error) {
        const starting = error instanceof Neo4jError && !error.code.startsWith("Neo.ClientError.Security.");
        if (!starting || performance.now() > deadline) throw error;
      }
      await sleep(100);
    }
  } finally {
    await driver.close();
  }
  throw new Error("the server ended while it was starting");
}

/**
 * @param {number} wanted
 * @returns {Promise<number>} the port that was wanted, or any free one
 */
export async function freePort(wanted) {
  const listener = createServer();
  try {
    await once(listener.listen(wanted, "127.0.0.1"), "listening");
  } catch {
    return freePort(0);
  }
  const address = listener.address();
  listener.close();
  await once(listener, "close");
  if (address === null || typeof address === "string") throw new Error(`expected a port; got ${address}`);
  return address.port;
}
