// A throw-away cluster of PostgreSQL with a register in it.
import { type SpawnOptions, execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { stringify } from "csv-stringify/sync";
import type { CompiledDataset } from "../../../src/dataset/compiled.js";
import { datasetRows } from "../../../src/dataset/write/dataset-rows.js";
import type { Row, Value } from "../../../src/graph/graph.js";
import { record, valueOf } from "../../../src/knowledge/properties.js";
import { freePort } from "../../../tests/neo4j/server.mjs";
import { Absent } from "../absent.js";

const run = promisify(execFile);
const patience = 30_000;
const user = "opphav";

export interface Postgres {
  readonly uri: string;
  readonly stop: () => Promise<void>;
}

/** As it comes: no setting is changed but where it listens. */
export async function startPostgres(dataset: CompiledDataset): Promise<Postgres> {
  const [initdb, postgres] = [program("initdb"), program("postgres")];
  const folder = mkdtempSync(join(tmpdir(), "opphav-postgres-"));
  const owner = ownerOf(folder);
  const cluster = join(folder, "cluster");
  await run(initdb, ["-D", cluster, "-U", user, "-A", "trust", "--locale=C", "--encoding=UTF8", "--no-sync"], {
    ...owner,
    cwd: folder,
  });
  const port = await freePort(0);
  const child = spawn(
    postgres,
    ["-D", cluster, "-p", String(port), "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    { ...owner, cwd: folder, stdio: "ignore" },
  );
  process.once("exit", () => {
    // Of its signals, the one for an end at once that leaves no process behind.
    child.kill("SIGQUIT");
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  const uri = `postgres://${user}@127.0.0.1:${port}/postgres`;
  await untilItAnswers(uri, () => child.exitCode === null);
  await load(uri, folder, dataset);
  return {
    uri,
    stop: async () => {
      child.kill("SIGINT");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps the programs of a server off the path. */
function program(name: string): string {
  const versions = "/usr/lib/postgresql";
  const packaged = existsSync(versions) ? readdirSync(versions).map((version) => join(versions, version, "bin")) : [];
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...packaged];
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (found === undefined) throw new Absent("no PostgreSQL here");
  return found;
}

/** PostgreSQL does not run as root: its packages make a user for it. */
function ownerOf(folder: string): Pick<SpawnOptions, "uid" | "gid"> {
  if (process.getuid?.() !== 0) return {};
  const idOf = (which: string) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  const owner = { uid: idOf("-u"), gid: idOf("-g") };
  chownSync(folder, owner.uid, owner.gid);
  return owner;
}

async function untilItAnswers(uri: string, running: () => boolean): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      await psql(uri, "-c", "select 1");
      return;
    } catch (error) {
      if (!running() || performance.now() > deadline) {
        throw new Error(`expected PostgreSQL to answer at ${uri}; it does not`, { cause: error });
      }
      await sleep(100);
    }
  }
}

async function load(uri: string, folder: string, dataset: CompiledDataset): Promise<void> {
  const { nodes, relations } = datasetRows(dataset);
  const organizations = ["Firm", "Institution", "Unit", "Group"].flatMap((kind) => [
    ...(nodes.get(`Organization:${kind}`) ?? []),
  ]);
  const copied = (table: string, rows: readonly (readonly unknown[])[]): string[] => {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, stringify(rows as unknown[][]));
    return ["-c", `\\copy ${table} from '${file}' csv`];
  };
  await psql(
    uri,
    ...["-f", join(import.meta.dirname, "schema.sql")],
    ...copied(
      "town",
      [...(nodes.get("Place:Town") ?? [])].map(reading).map((town) => [town("id"), town("nameNb")]),
    ),
    ...copied(
      "organization",
      organizations
        .map(reading)
        .map((said) => ["id", "kind", "name", "sortName", "existence", "sortFounded", "town"].map(said)),
    ),
    ...copied(
      "descent",
      [...(relations.get("DESCENDS_FROM") ?? [])].map(({ from, to, properties }) => {
        const said = reading(properties);
        return [
          ...[said("id"), to, from, said("mechanism"), array(said("continuity")), said("date"), said("dateEarliest")],
          ...[said("dateLatest"), String(said("derived") === true), said("certainty") ?? "STATED"],
          array(said("citations")),
        ];
      }),
    ),
    ...["-f", join(import.meta.dirname, "after-load.sql")],
  );
}

/** What is asked by, or else shown, of a node or a link. */
function reading(properties: Row): (name: string) => Value | undefined {
  const shown = record(properties, "record");
  return (name) => properties[name] ?? valueOf(shown, name);
}

function array(values: unknown): string {
  return `{${((values ?? []) as readonly string[]).map((value) => JSON.stringify(value)).join(",")}}`;
}

async function psql(uri: string, ...words: readonly string[]): Promise<void> {
  await run(program("psql"), ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", uri, ...words]);
}
