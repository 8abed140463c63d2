// `npm run bench`: how many requests a second the service answers, and how much of a processor's time each takes, side
// by side in one run: on each engine, with rows kept and without, beside a server of fixed bytes and two that make the
// same answers of objects in memory. Contestants take turns within each round; the tables have the medians, and go into
// docs/performance.md.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { SingleBar } from "cli-progress";
import { Kind, parse, print, visit } from "graphql";
import { operation } from "../tests/graphql/operations.js";
import { startNeo4j } from "../tests/neo4j/server.mjs";
import { type Measured, Rounds, callers, inTurn, measure, whereNobodyWatches } from "./measuring.js";
import {
  type MeasuredService,
  type Operation,
  answerTo,
  posted,
  processorTimeOf,
  run,
  startScript,
  startService,
} from "./service.js";
import { table, writeMeasured } from "./table.js";

const rounds = 5;
const seconds = 2;
/** Their names in the tables. */
const fixedBytes = "fixed bytes (node:http)";
const graphqlJs = "graphql-js (node:http)";
const apolloOnFastify = "Apollo Server on Fastify";
const answersKept = "answers kept";
const [embeddedWarm, neo4jWarm] = ["embedded, rows kept", "Neo4j, rows kept"];

interface Asked extends Operation {
  readonly name: string;
}

const least = "the least (__typename)";
const list = "a list of 100";
const works = "firm/kongsberg-vapenfabrikk";
const asked: readonly Asked[] = [
  { name: least, query: "{ __typename }", variables: {} },
  {
    name: "one field of one firm",
    query: "query ($id: ID!) { organization(id: $id) { name } }",
    variables: { id: works },
  },
  {
    name: list,
    query: "{ organizations(first: 100) { nodes { __typename id name label aliases summary products } } }",
    variables: {},
  },
  { name: "owners at a date (03)", query: operation("03"), variables: { id: "firm/fmc-kongsberg-subsea", at: "2005" } },
  { name: "family tree (02)", query: operation("02"), variables: { root: works } },
  { name: "all of one organization (08)", query: operation("08"), variables: { id: works } },
  { name: "a page of a town's (13)", query: operation("13"), variables: { where: { town: "town/kongsberg" } } },
  { name: "find by name (06)", query: operation("06"), variables: { text: "kongsberg vaapenfabrik" } },
];

interface Taken extends Measured {
  /** Microseconds of a processor's time for a request, of all threads. */
  readonly processor: number;
}

interface Contestant {
  readonly name: string;
  readonly url: (index: number) => string;
  readonly processorTime: () => Promise<number>;
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
const service = await startService();
const services: readonly (readonly [string, MeasuredService])[] = [
  [answersKept, service],
  ["embedded, no rows kept", await startService(cold)],
  [embeddedWarm, await startService(executed)],
  ["Neo4j, no rows kept", await startService({ ...onNeo4j, ...cold })],
  [neo4jWarm, await startService({ ...onNeo4j, ...executed })],
];
const answers = await Promise.all(asked.map((each) => answerTo(each, service.url)));
const inMemory = await answersWithTypes();
const contestants: readonly Contestant[] = [
  await startOther(fixedBytes, "bench/fixed-bytes.ts", answers),
  await startOther(graphqlJs, "bench/graphql-js.ts", inMemory),
  await startOther(apolloOnFastify, "bench/apollo-on-fastify.ts", inMemory),
  ...services.map(([name, { url, processorTime, stop }]) => ({ name, url: () => url, processorTime, stop })),
];
await expectSameAnswers();

const bar = new SingleBar({ format: "{bar} {value}/{total} runs, {eta} s left", ...whereNobodyWatches });
bar.start(rounds * contestants.length * asked.length, 0);
const all = new Rounds<keyof Taken>();
for (let round = 0; round < rounds; round++) {
  for (const [index, { name }] of asked.entries()) {
    for (const contestant of inTurn(contestants, round)) {
      all.add(name, contestant.name, await takenBy(contestant, index));
      bar.increment();
    }
  }
}
bar.stop();
for (const { stop } of contestants) await stop();
neo4j.kill();
report();
process.exit();

/** Their data, with the name of the type of every object, by which graphql-js knows what may be of several. */
async function answersWithTypes(): Promise<object[]> {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
  return Promise.all(
    asked.map(async ({ query, variables }) => {
      const typed = visit(parse(query), {
        SelectionSet: (set) => ({ ...set, selections: [...set.selections, typename] }),
      });
      const answer = await answerTo({ query: print(typed), variables }, service.url);
      return (JSON.parse(answer) as { readonly data: object }).data;
    }),
  );
}

/** What is compared has to be the same, byte for byte. */
async function expectSameAnswers(): Promise<void> {
  for (const { name, url } of contestants) {
    for (const [index, each] of asked.entries()) {
      const came = await answerTo(each, url(index));
      if (came === answers[index]) continue;
      throw new Error(`expected ${name} to answer "${each.name}" as all do:\n${answers[index]}\ngot:\n${came}`);
    }
  }
}

/** A server whose path tells the place of an answer in the list of those that it has. */
async function startOther(name: string, script: string, bodies: readonly unknown[]): Promise<Contestant> {
  const file = join(folder, `${basename(script)}.json`);
  writeFileSync(file, JSON.stringify(bodies));
  const { address, stop } = await startScript(["--import", "./tests/typescript.mjs", script, file]);
  return { name, url: (index) => `${address}/${index}`, processorTime: () => processorTimeOf(address), stop };
}

async function takenBy({ name, url, processorTime }: Contestant, index: number): Promise<Taken> {
  const options = { ...posted(asked[index] as Asked), url: url(index) };
  const before = await processorTime();
  const measured = await measure(name, { ...options, duration: seconds });
  return { ...measured, processor: (1e6 * ((await processorTime()) - before)) / measured.requests };
}

function report(): void {
  const names = contestants.map(({ name }) => name);
  const rows = (cell: (question: string, name: string) => string): string[][] =>
    asked.map(({ name: question }, index) => {
      const size = (Buffer.byteLength(answers[index] ?? "") / 1_000).toFixed(1);
      return [`${question}, ${size} kB`, ...names.map((name) => cell(question, name))];
    });
  const lines = [
    `Requests a second at ${callers} callers, with the middle and the 99th of a hundred latencies in milliseconds; in brackets the share of fixed bytes. Medians of ${rounds} rounds, and so are ratios, of which each round has its own; on ${cpus().length} cores that the callers share, with Node ${process.versions.node}.`,
    "",
    ...table(["", ...names], rows(rateCell)),
    "",
    "Microseconds of a processor's time for a request, of all threads; in brackets how many times those of graphql-js:",
    "",
    ...table(["", ...names], rows(processorCell)),
    "",
    "What is to be reached:",
    "",
    ...table(["", "is", "target", ""], targetRows()),
  ];
  writeMeasured("npm run bench", lines);
  console.log(lines.join("\n"));
}

function rateCell(question: string, name: string): string {
  const { rate, p50, p99 } = taken(question, name);
  const share = Math.round(100 * ratio(question, "rate", name, fixedBytes));
  return `${Math.round(rate)} · ${p50.toFixed(1)} / ${p99.toFixed(1)} (${share} %)`;
}

function processorCell(question: string, name: string): string {
  const times = ratio(question, "processor", name, graphqlJs);
  return `${Math.round(taken(question, name).processor)} (${times.toFixed(1)})`;
}

function targetRows(): string[][] {
  const processor = ratio(list, "processor", embeddedWarm, graphqlJs);
  const trivial = ratio(least, "rate", embeddedWarm, apolloOnFastify);
  const kept = Math.min(...asked.map(({ name }) => ratio(name, "rate", answersKept, fixedBytes)));
  return [
    targetRow(`processor's time, ${list}, ${embeddedWarm}, over ${graphqlJs}`, processor, { atMost: 1.5 }),
    targetRow(`rate, ${least}, ${embeddedWarm}, over ${apolloOnFastify}`, trivial, { atLeast: 1 }),
    targetRow(`rate, ${answersKept}, over ${fixedBytes}, the worst of all`, kept, { atLeast: 0.5 }),
  ];
}

function targetRow(
  what: string,
  is: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: { atLeast?: number; atMost?: number },
): string[] {
  const target = Number.isFinite(atLeast) ? `at least ${atLeast}` : `at most ${atMost}`;
  return [what, is.toFixed(2), target, atLeast <= is && is <= atMost ? "met" : "missed"];
}

function taken(question: string, name: string): Taken {
  return measuredOf(question, name, all.medians(question, name));
}

function ratio(question: string, value: keyof Taken, name: string, other: string): number {
  return measuredOf(question, `${name} and ${other}`, all.ratio(question, value, name, other));
}

function measuredOf<Value>(question: string, name: string, value: Value | null): Value {
  if (value === null) throw new Error(`expected "${question}" to be measured of ${name}; it was not`);
  return value;
}
