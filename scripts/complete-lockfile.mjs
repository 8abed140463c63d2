// npm leaves a package of another platform out of the lockfile where the registry does not serve it at that moment,
// and `npm ci` of npm 11 then refuses the lockfile. This adds what is left out: `npm run lockfile`, after an install.
// With `--check` it changes nothing and fails where something is to be added, or where an address stands in the
// lockfile, which would tie it to one registry.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Package as npm describes it in a lockfile
 * @property {string} version
 * @property {string[]} [cpu]
 * @property {boolean} [dev]
 * @property {string[]} [libc]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string} [resolved]
 * @property {Record<string, string>} [optionalDependencies]
 */

const path = join(import.meta.dirname, "..", "package-lock.json");
const lockfile = /** @type {{ packages: Record<string, Package> }} */ (JSON.parse(readFileSync(path, "utf8")));
const { packages } = lockfile;

const platform = /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>[a-z0-9]+)(?:-(?<abi>\w+))?$/;

/**
 * @param {string} dependent where in node_modules the package is that asks for it
 * @param {string} name
 */
function isThere(dependent, name) {
  const folders = dependent
    .split("/node_modules/")
    .map((_part, index, parts) => parts.slice(0, index + 1).join("/node_modules/"));
  return ["", ...folders.map((folder) => `${folder}/`)].some((folder) => `${folder}node_modules/${name}` in packages);
}

/**
 * @param {string} name
 * @param {string} version
 * @param {Package} dependent
 * @returns {Package}
 */
function platformPackage(name, version, { dev }) {
  const { os, cpu, abi } = platform.exec(name)?.groups ?? {};
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`expected a name that ends in a platform, and one version; got ${name} ${version}`);
  }
  const libc = abi?.startsWith("gnu") ? ["glibc"] : abi?.startsWith("musl") ? ["musl"] : undefined;
  return { version, cpu: [cpu], ...(dev && { dev }), ...(libc && { libc }), optional: true, os: [os] };
}

const missing = Object.entries(packages).flatMap(([place, dependent]) =>
  Object.entries(dependent.optionalDependencies ?? {})
    .filter(([name]) => !isThere(place, name))
    .map(([name, version]) => ({ place: `node_modules/${name}`, entry: platformPackage(name, version, dependent) })),
);
const addressed = Object.keys(packages).filter((place) => packages[place]?.resolved !== undefined);

if (process.argv.includes("--check")) {
  for (const { place } of missing) console.error(`package-lock.json: ${place} is missing (npm run lockfile)`);
  for (const place of addressed) console.error(`package-lock.json: ${place} has an address ("resolved")`);
  process.exitCode = missing.length + addressed.length > 0 ? 1 : 0;
} else {
  for (const { place, entry } of missing) packages[place] = entry;
  const ordered = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, "en"));
  const completed = { ...lockfile, packages: Object.fromEntries(ordered) };
  writeFileSync(path, `${JSON.stringify(completed, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.length} packages of other platforms added`);
}
