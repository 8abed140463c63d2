// What some tests need beyond Node. Where it is lacking, they are not run, and the reporter says so at the end;
// where OPPHAV_TEST_REQUIRE names it (`neo4j,browser`), nothing is run without it. OPPHAV_TEST_WITHOUT leaves it out.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { missingForNeo4j } from "./neo4j/installation.mjs";

/** @param {string} setting */
function named(setting) {
  return (process.env[setting] ?? "").split(",").filter((name) => name !== "");
}

/** @returns {string | null} */
export function findChromium() {
  const own = process.env["OPPHAV_TEST_CHROMIUM"];
  if (own !== undefined) return own;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const places = folders.flatMap((folder) =>
    ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)),
  );
  return places.find(isExecutable) ?? null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @type {Record<string, () => string | null>} by name: why it is lacking */
const surroundings = {
  neo4j: () => {
    if (process.env["OPPHAV_TEST_NEO4J_URI"] !== undefined) return null;
    const missing = missingForNeo4j();
    return missing === null ? null : `${missing}, and no OPPHAV_TEST_NEO4J_URI`;
  },
  browser: () => (findChromium() === null ? "no Chromium here, and no OPPHAV_TEST_CHROMIUM" : null),
};

/**
 * Why tests cannot use a part of the surroundings; null where they can.
 * @param {string} name
 * @returns {string | null}
 */
export function lacking(name) {
  const why = surroundings[name];
  if (why === undefined) throw new Error(`expected one of ${Object.keys(surroundings).join(", ")}; got ${name}`);
  return named("OPPHAV_TEST_WITHOUT").includes(name) ? "left out by OPPHAV_TEST_WITHOUT" : why();
}

/** What is not tested, and why. */
export function untested() {
  return Object.keys(surroundings).flatMap((name) => {
    const why = lacking(name);
    return why === null ? [] : [{ name, why }];
  });
}

export function refuseWhereRequiredIsLacking() {
  for (const name of named("OPPHAV_TEST_REQUIRE")) {
    const why = lacking(name);
    if (why !== null) throw new Error(`OPPHAV_TEST_REQUIRE asks for ${name}: ${why}`);
  }
}
