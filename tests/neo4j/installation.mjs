// Neo4j without Docker: the server's jars come from Maven Central, once for each user and version, and start with Java.
import { execFile, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const pom = join(import.meta.dirname, "pom.xml");
const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, "utf8"))?.[1];
const oldestJava = 17;

const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "opphav");
const folder = join(cache, `neo4j-${version}`);

export const java = process.env["JAVA_HOME"] === undefined ? "java" : join(process.env["JAVA_HOME"], "bin", "java");

/**
 * @typedef {object} Installation
 * @property {string} jars the class path
 * @property {string} emptyHome a server's home folder before its first start: its password, and that in Neo4j's form
 */

/** @type {Installation} */
const installation = { jars: join(folder, "jars", "*"), emptyHome: join(folder, "home") };

/** Where a server that is kept between runs has its data. */
export const keptHome = join(cache, `neo4j-${version}-data`);

/**
 * What this machine lacks for Neo4j; null where nothing is lacking.
 * @returns {string | null}
 */
export function missingForNeo4j() {
  const { error, stderr } = spawnSync(java, ["-version"], { encoding: "utf8" });
  if (error !== undefined) return `no Java (${oldestJava} or later) here`;
  const found = /version "(\d+)/.exec(stderr)?.[1];
  if (Number(found) < oldestJava) return `Java is version ${found} here, and has to be ${oldestJava} or later`;
  if (existsSync(folder)) return null;
  return spawnSync("mvn", ["-version"]).error === undefined ? null : "no Maven here, which fetches the server once";
}

/**
 * Installs the server where that is still to be done. What is there is complete, as it is put there by one rename;
 * of two processes that install at the same time, one throws its work away.
 * @returns {Promise<Installation>}
 */
export async function installNeo4j() {
  if (existsSync(folder)) return installation;
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    const jars = join(unfinished, "jars");
    await run("mvn", ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-DoutputDirectory=${jars}`]);
    await setPassword(join(unfinished, "home"), join(jars, "*"));
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return installation;
}

/**
 * Neo4j takes its first password from a command, which takes seconds: done once here and copied for every server.
 * @param {string} home
 * @param {string} jars
 */
async function setPassword(home, jars) {
  const password = randomBytes(12).toString("base64url");
  mkdirSync(join(home, "conf"), { recursive: true });
  const main = "org.neo4j.server.startup.Neo4jAdminCommand";
  // Kept from the command's arguments, where every user of the machine could read it: `@` names a file of them.
  const words = join(dirname(home), "arguments");
  writeFileSync(words, `dbms set-initial-password -- ${password}`, { mode: 0o600 });
  await run(java, ["-cp", jars, main, `@${words}`], { NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") });
  rmSync(words);
  writeFileSync(join(home, "password"), password, { mode: 0o600 });
}

/**
 * @param {string} command
 * @param {readonly string[]} words
 * @param {Record<string, string>} environment
 */
async function run(command, words, environment = {}) {
  try {
    await promisify(execFile)(command, words, { env: { ...process.env, ...environment } });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: string, stderr: string }} */ (error);
    const message = `expected ${command} to install Neo4j ${version}; it failed:\n${stdout}${stderr}`;
    throw new Error(message, { cause: error });
  }
}
