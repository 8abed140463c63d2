import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNeo4j } from "./neo4j/server.mjs";
import { findChromium, lacking, refuseWhereRequiredIsLacking } from "./surroundings.mjs";

/** @type {import("./neo4j/server.mjs").Server | null} */
export let server = null;

/** Before the first test file: what all of them share, which they find through the environment. */
export default async function setUp() {
  refuseWhereRequiredIsLacking();
  const folder = mkdtempSync(join(tmpdir(), "opphav-tests-"));
  process.env["OPPHAV_TEST_FOLDER"] = folder;
  if (lacking("browser") === null) process.env["OPPHAV_TEST_CHROMIUM"] = findChromium() ?? "";
  if (lacking("neo4j") !== null) {
    delete process.env["OPPHAV_TEST_NEO4J_URI"];
  } else if (process.env["OPPHAV_TEST_NEO4J_URI"] === undefined) {
    server = await startNeo4j(join(folder, "neo4j"));
    process.env["OPPHAV_TEST_NEO4J_URI"] = server.uri;
    process.env["OPPHAV_TEST_NEO4J_USER"] = server.user;
    process.env["OPPHAV_TEST_NEO4J_PASSWORD"] = server.password;
  }
}
