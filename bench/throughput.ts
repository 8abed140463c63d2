// `npm run bench`: how many requests a second the service answers, side by side in one run: on each engine, with rows
// kept and without, beside a server of fixed bytes. Contestants take turns within each round, and the table has the
// medians. It goes into docs/performance.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { operation } from "../tests/graphql/operations.js";
import { startNeo4j } from "../tests/neo4j/server.mjs";
import { type Measured, Rounds, callers, measure, whereNobodyWatches } from "./measuring.js";
import { type MeasuredService, type Operation, answerTo, posted, run, startScript, startService } from "./service.js";
import { table, writeMeasured } from "./table.js";

const rounds = 3;
const seconds = 2;
const fixedBytes = "fixed bytes (node:http)";

interface Asked extends Operation {
  readonly name: string;
}

const works = "firm/kongsberg-vapenfabrikk";
const asked: readonly Asked[] = [
  {
    name: "one field of one firm",
    query: "query ($id: ID!) { organization(id: $id) { name } }",
    variables: { id: works },
  },
  { name: "owners at a date (03)", query: operation("03"), variables: { id: "firm/fmc-kongsberg-subsea", at: "2005" } },
  { name: "family tree (02)", query: operation("02"), variables: { root: works } },
  { name: "all of one organization (08)", query: operation("08"), variables: { id: works } },
  { name: "a page of a town's (13)", query: operation("13"), variables: { where: { town: "town/kongsberg" } } },
  { name: "find by name (06)", query: operation("06"), variables: { text: "kongsberg vaapenfabrik" } },
];

interface Contestant {
  readonly name: string;
  readonly url: (index: number) => string;
  readonly stop: () => Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), "opphav-bench-"));
process.once("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});
const neo4j = await startNeo4j(join(folder, "neo4j"));
const onNeo4j = {
  OPPHAV_NEO4J_URI: neo4j.uri,
  OPPHAV_NEO4J_USER: neo4j.user,
  OPPHAV_NEO4J_PASSWORD: neo4j.password,
};
await run(["build/src/cli/opphav.js", "load"], onNeo4j);

const executed = { OPPHAV_CACHE_ANSWERS: "0" };
const cold = { ...executed, OPPHAV_CACHE_ROWS: "0" };
const services: readonly (readonly [string, MeasuredService])[] = [
  ["answers kept", await startService()],
  ["embedded, no rows kept", await startService(cold)],
  ["embedded, rows kept", await startService(executed)],
  ["Neo4j, no rows kept", await startService({ ...onNeo4j, ...cold })],
  ["Neo4j, rows kept", await startService({ ...onNeo4j, ...executed })],
];
const answers = await sameAnswers();
const contestants: readonly Contestant[] = [
  await startFixedBytes(answers),
  ...services.map(([name, service]) => ({ name, url: () => service.url, stop: () => service.stop() })),
];

const bar = new SingleBar({ format: "{bar} {value}/{total} runs, {eta} s left", ...whereNobodyWatches });
bar.start(rounds * contestants.length * asked.length, 0);
const all = new Rounds();
for (let round = 0; round < rounds; round++) {
  for (const [index, { name }] of asked.entries()) {
    for (const contestant of contestants) {
      all.add(name, contestant.name, await warmedUp(contestant, index));
      bar.increment();
    }
  }
}
bar.stop();
for (const { stop } of contestants) await stop();
neo4j.kill();
report();
process.exit();

/** What is compared has to be the same, byte for byte. */
async function sameAnswers(): Promise<string[]> {
  return Promise.all(
    asked.map(async (each) => {
      const [first, ...others] = await Promise.all(services.map(([, { url }]) => answerTo(each, url)));
      if (first === undefined || others.some((other) => other !== first)) {
        throw new Error(`expected the same answer of all to: ${each.name}; they differ`);
      }
      return first;
    }),
  );
}

async function startFixedBytes(bodies: readonly string[]): Promise<Contestant> {
  const file = join(folder, "answers.json");
  writeFileSync(file, JSON.stringify(bodies));
  const { address, stop } = await startScript(["--import", "./tests/typescript.mjs", "bench/fixed-bytes.ts", file]);
  return { name: fixedBytes, url: (index) => `${address}/${index}`, stop };
}

async function warmedUp({ name, url }: Contestant, index: number): Promise<Measured> {
  const options = { ...posted(asked[index] as Asked), url: url(index) };
  await measure(name, { ...options, duration: 1 });
  return measure(name, { ...options, duration: seconds });
}

function report(): void {
  const lines = [
    `Requests a second at ${callers} callers, with the middle and the 99th of a hundred latencies in milliseconds; in brackets the share of fixed bytes. Medians of ${rounds} rounds, on ${cpus().length} cores that the callers share, with Node ${process.versions.node}.`,
    "",
    ...table(
      ["", ...contestants.map(({ name }) => name)],
      asked.map((each, index) => {
        const size = (Buffer.byteLength(answers[index] ?? "") / 1_000).toFixed(1);
        return [`${each.name}, ${size} kB`, ...contestants.map((contestant) => cell(each.name, contestant.name))];
      }),
    ),
  ];
  writeMeasured("npm run bench", lines);
  console.log(lines.join("\n"));
}

function cell(question: string, name: string): string {
  const [measured, limit] = [all.medians(question, name), all.medians(question, fixedBytes)];
  if (measured === null || limit === null) return "";
  const share = Math.round((100 * measured.rate) / limit.rate);
  return `${Math.round(measured.rate)} · ${measured.p50.toFixed(1)} / ${measured.p99.toFixed(1)} (${share} %)`;
}
