// `npm run bench:growth [-- --engines embedded,neo4j] [sizes]`: how the service grows with a register of made-up
// organizations: loading, start-up, memory, and the time that each kind of question takes, nothing of it kept in
// memory. Answers have to be the same on both engines. An engine's table goes into docs/performance.md where all sizes
// were measured of it.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { projectRoot } from "../src/project-root.js";
import { startNeo4j } from "../tests/neo4j/server.mjs";
import type { Loading } from "./growth-loading.js";
import type { Question, Questions } from "./growth-questions.js";
import { type Latencies, latenciesOf, settled } from "./latencies.js";
import { inOwnProcess } from "./own-process.js";
import { type MeasuredService, type Memory, type Operation, answerTo, startService } from "./service.js";
import { table, writeMeasured } from "./table.js";

/** A graph for a load, and later for a service. */
interface Place {
  readonly settings: Readonly<Record<string, string>>;
  readonly leave: () => void | Promise<void>;
}

interface Engine {
  readonly placeIn: (folder: string) => Place | Promise<Place>;
  /** How the engine itself takes many rows. */
  readonly ownMeans: string;
  readonly aims: { readonly load: string; readonly ownMeans: number; readonly memory: string };
}

const engines: Readonly<Record<string, Engine>> = {
  embedded: {
    placeIn: (folder) => ({ settings: { OPPHAV_STORE: folder }, leave: () => undefined }),
    ownMeans: "the engine's batches of nodes and edges",
    aims: { load: "30,000", ownMeans: 2, memory: "250, and 0.5 kB for each node and relation" },
  },
  neo4j: {
    placeIn: async (folder) => {
      const { uri, user, password, kill, ended } = await startNeo4j(folder, { size: "large" });
      return {
        settings: { OPPHAV_NEO4J_URI: uri, OPPHAV_NEO4J_USER: user, OPPHAV_NEO4J_PASSWORD: password },
        leave: async () => {
          kill();
          await ended;
        },
      };
    },
    ownMeans: "the same statements through its driver",
    aims: { load: "", ownMeans: 1.5, memory: "" },
  },
};

/** One question as often as it was asked. */
interface Asked extends Latencies {
  /** By the place of the variables; null where there was none in time. */
  readonly answers: readonly (string | null)[];
  readonly failed: number;
}

interface Grown {
  readonly loading: Loading;
  readonly bulk: Loading;
  /** Seconds. */
  readonly start: number;
  readonly memory: { readonly started: Memory; readonly asked: Memory };
  readonly firstSearch: FirstSearch;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly dated: Asked & { readonly count: number };
}

/** In seconds: the first search makes the index of names. */
interface FirstSearch {
  readonly duration: number;
  /** For which the service answered nothing else meanwhile, at the most. */
  readonly stall: number;
  readonly failed: number;
}

/** Seconds for a kind of question; what takes longer is asked less often. */
const patience = 20;
const firstSearchPatience = 180;
const datedAsked = 400;

const allSizes = [10_000, 100_000, 1_000_000];
const { sizes, chosen } = readArguments();
if (!existsSync(join(projectRoot, "build/src/cli/opphav.js"))) {
  throw new Error("expected the service in build/; npm run build makes it");
}
const folder = mkdtempSync(join(tmpdir(), "opphav-growth-"));
// Each process started is ended with this one, and so is what it wrote.
process.setMaxListeners(0);
process.once("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const stepsOfEngine = 4;
const bar = new SingleBar({
  format: "{bar} {value}/{total} {step}",
  noTTYOutput: true,
  notTTYSchedule: 10_000,
  fps: 4,
});
bar.start(sizes.length * (1 + chosen.length * stepsOfEngine), 0, { step: "" });

const questionsOf = new Map<number, Questions>();
const grown = new Map<string, Grown>();
const failures = new Map<string, string>();
for (const size of sizes) {
  const what = `${size} organizations`;
  const questions = await during(`${what}: choosing questions`, () =>
    inOwnProcess<Questions>("growth-questions.ts", [String(size)]),
  );
  questionsOf.set(size, questions);
  for (const engine of chosen) {
    try {
      grown.set(key(engine, size), await grow(engine, size, questions));
    } catch (error) {
      // The others are worth knowing, and so is which sizes are too much.
      failures.set(key(engine, size), error instanceof Error ? error.message : String(error));
    }
  }
}
bar.stop();
const wrong = sizes.flatMap(differences);
for (const engine of chosen) {
  const lines = report(engine);
  console.log(lines.join("\n"));
  const isWhole = wrong.length === 0 && allSizes.every((size) => grown.has(key(engine, size)));
  if (isWhole) writeMeasured(`npm run bench:growth, ${engine}`, lines);
}
for (const each of wrong) console.error(each);
for (const [where, message] of failures) console.error(`${where}: ${message}`);
process.exit(wrong.length + failures.size === 0 ? 0 : 1);

async function grow(engine: string, size: number, { questions, dated }: Questions): Promise<Grown> {
  const what = key(engine, size);
  const { placeIn } = engines[engine] as Engine;
  const loadAt = async (place: Place, way: string): Promise<Loading> => {
    const name = `${what}: ${way}`;
    return during(name, () =>
      inOwnProcess<Loading>("growth-loading.ts", [String(size), way], place.settings, (share) => {
        bar.update({ step: `${name} ${Math.round(100 * share)} %` });
      }),
    );
  };
  const bulkPlace = await placeIn(join(folder, `${engine}-${size}-bulk`));
  const bulk = await loadAt(bulkPlace, "bulk").finally(bulkPlace.leave);
  rmSync(join(folder, `${engine}-${size}-bulk`), { recursive: true });
  const place = await placeIn(join(folder, `${engine}-${size}`));
  try {
    const loading = await loadAt(place, "load");
    const begun = performance.now();
    const service = await during(`${what}: start`, () =>
      startService({ ...place.settings, OPPHAV_CACHE_ROWS: "0", OPPHAV_CACHE_ANSWERS: "0" }),
    );
    const start = (performance.now() - begun) / 1_000;
    try {
      return await during(`${what}: questions`, async () => {
        const started = await service.memory();
        const firstSearch = await searchFirst(service, questions);
        const asked = new Map<string, Asked>();
        for (const question of questions) {
          bar.update({ step: `${what}: ${question.name}` });
          asked.set(question.name, await ask(service, question));
        }
        const memory = { started, asked: await service.memory() };
        return { loading, bulk, start, memory, firstSearch, asked, dated: await askDated(service, dated) };
      });
    } finally {
      await service.stop();
    }
  } finally {
    await place.leave();
    rmSync(join(folder, `${engine}-${size}`), { recursive: true, force: true });
  }
}

async function ask(service: MeasuredService, { query, variables }: Pick<Question, "query" | "variables">) {
  const durations: number[] = [];
  const answers: (string | null)[] = [];
  let failed = 0;
  const end = performance.now() + patience * 1_000;
  for (const each of variables) {
    const { answer, duration } = await answered({ query, variables: each }, service.url);
    answers.push(answer === null ? null : createHash("sha256").update(answer).digest("hex"));
    if (answer === null) failed++;
    durations.push(duration);
    if (performance.now() > end) break;
  }
  return { ...latenciesOf(settled(durations)), answers, failed };
}

async function askDated(service: MeasuredService, { query, variables }: Operation): Promise<Grown["dated"]> {
  const { data } = JSON.parse(await answerTo({ query, variables }, service.url)) as {
    data: { organization: { descendants: { totalCount: number } } };
  };
  const asked = await ask(service, { query, variables: Array.from({ length: datedAsked }, () => variables) });
  return { ...asked, count: data.organization.descendants.totalCount };
}

/** Null where the service gave none, as after a time-out of its own. */
async function answered(operation: Operation, url: string) {
  const begun = performance.now();
  const answer = await answerTo(operation, url).catch(() => null);
  return { answer, duration: performance.now() - begun };
}

async function searchFirst(service: MeasuredService, questions: readonly Question[]): Promise<FirstSearch> {
  const search = questions.find(({ name }) => name.startsWith("search"));
  if (search === undefined) throw new Error("expected a question that searches; there is none");
  const operation = { query: search.query, variables: search.variables[0] ?? {} };
  const begun = performance.now();
  const end = new AbortController();
  let stall = 0;
  const watching = (async () => {
    while (!end.signal.aborted) {
      const asked = performance.now();
      await fetch(new URL("/health/live", service.url));
      stall = Math.max(stall, performance.now() - asked);
      await sleep(10);
    }
  })();
  let failed = 0;
  while ((await answered(operation, service.url)).answer === null) {
    failed++;
    if (performance.now() - begun > firstSearchPatience * 1_000) break;
  }
  const duration = (performance.now() - begun) / 1_000;
  end.abort();
  await watching;
  return { duration, stall: stall / 1_000, failed };
}

/** Where engines answered the same question differently, or found another lineage than SQLite. */
function differences(size: number): string[] {
  const { questions, sqlite } = questionsOf.get(size) as Questions;
  const results = chosen.flatMap((engine) => grown.get(key(engine, size)) ?? []);
  const unlike = questions.filter(({ name, variables }) =>
    variables.some((_each, at) => {
      const answers = results.map(({ asked }) => asked.get(name)?.answers[at]).filter((each) => each != null);
      return new Set(answers).size > 1;
    }),
  );
  return [
    ...unlike.map(({ name }) => `${size} organizations: expected the same answers of all to: ${name}; they differ`),
    ...results
      .filter(({ dated }) => dated.count !== sqlite.count)
      .map(({ dated }) => `${size} organizations: expected ${sqlite.count} dated descendants; got ${dated.count}`),
  ];
}

function report(engine: string): string[] {
  return [`On ${cpus().length} cores, with Node ${process.versions.node}:`, "", ...tableOf(engine)];
}

function tableOf(engine: string): string[] {
  const columns = sizes.map((size) => ({
    grown: grown.get(key(engine, size)),
    questions: questionsOf.get(size) as Questions,
  }));
  const smallest = columns[0]?.grown;
  const row = (name: string, aim: string, cell: (result: Grown, questions: Questions) => string): string[] => [
    name,
    aim,
    ...columns.map(({ grown: result, questions }) => (result === undefined ? "failed" : cell(result, questions))),
  ];
  const { ownMeans, aims } = engines[engine] as Engine;
  return table(
    [`${engine}, organizations`, "aim", ...sizes.map((size) => size.toLocaleString("en"))],
    [
      row("nodes and relations", "", ({ loading }) => records(loading).toLocaleString("en")),
      row("loaded by `opphav load`, a second", aims.load, ({ loading }) => {
        return Math.round(rate(loading)).toLocaleString("en");
      }),
      row(`by ${ownMeans}, a second (times ours)`, `at most ${aims.ownMeans} times`, ({ loading, bulk }) => {
        return `${Math.round(rate(bulk)).toLocaleString("en")} (${(rate(bulk) / rate(loading)).toFixed(1)})`;
      }),
      row("memory of the load at its peak, of which the register, MB", "", ({ loading: { resident } }) => {
        return `${megabytes(resident.peak)}, ${megabytes(resident.register)}`;
      }),
      row("longest wait for news of its progress, s", "", ({ loading }) => loading.silence.toFixed(1)),
      row("start until ready, s", "1, and 1 for each 100,000", ({ start }) => start.toFixed(1)),
      row("memory when ready, after all questions, MB", aims.memory, ({ memory }) => {
        return `${megabytes(memory.started.resident)}, ${megabytes(memory.asked.resident)}`;
      }),
      row("first search, of which nothing else was answered, s", "", ({ firstSearch }) => {
        const { duration, stall, failed } = firstSearch;
        return `${duration.toFixed(1)}, ${stall.toFixed(1)}${failed === 0 ? "" : ` (${failed} failed before)`}`;
      }),
      ...(columns[0]?.questions.questions ?? []).map(({ name, aim }) =>
        row(name, aim, (result) => latencyCell(result.asked.get(name), smallest?.asked.get(name))),
      ),
      row("descendants in 1900 to 1960 of the largest family", "", ({ dated }, { dated: { family } }) => {
        return `${latencyCell(dated, undefined)}: ${dated.count} of ${family}`;
      }),
      row("the same by SQLite (times its p50)", "at most 5 times and 1 ms", ({ dated }, { sqlite }) => {
        return `${sqlite.p50.toFixed(2)} / ${sqlite.p99.toFixed(2)} (${(dated.p50 / sqlite.p50).toFixed(1)})`;
      }),
    ],
  );
}

function latencyCell(result: Asked | undefined, smallest: Asked | undefined): string {
  if (result === undefined) return "";
  const times = smallest === undefined || smallest === result ? "" : ` (${(result.p50 / smallest.p50).toFixed(1)})`;
  const failed = result.failed === 0 ? "" : `, ${result.failed} of ${result.answers.length} failed`;
  return `${result.p50.toFixed(1)} / ${result.p99.toFixed(1)}${times}${failed}`;
}

function records({ nodes, relations }: Loading): number {
  return nodes + relations;
}

function rate(loading: Loading): number {
  return records(loading) / loading.seconds;
}

function megabytes(bytes: number): string {
  return Math.round(bytes / 2 ** 20).toLocaleString("en");
}

async function during<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  bar.update({ step: what });
  const result = await work();
  bar.increment();
  return result;
}

function key(engine: string, size: number): string {
  return `${engine}, ${size} organizations`;
}

function readArguments(): { sizes: readonly number[]; chosen: readonly string[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { engines: { type: "string", default: Object.keys(engines).join(",") } },
  });
  const given = positionals.map((text) => Number(text.replaceAll(/[,_]/g, "")));
  const wrongSize = positionals.find((_text, at) => !(Number.isInteger(given[at]) && (given[at] as number) >= 2_000));
  if (wrongSize !== undefined) throw new Error(`expected sizes of at least 2000 organizations; got ${wrongSize}`);
  const named = values.engines.split(",");
  const unknown = named.find((engine) => !(engine in engines));
  if (unknown !== undefined) throw new Error(`expected engines of ${Object.keys(engines).join(", ")}; got ${unknown}`);
  return { sizes: given.length > 0 ? given : allSizes, chosen: named };
}
