// `npm run bench:memory [requests]`: whether a service's memory stays flat under many mixed requests, after half as many
// for warm-up, and whether each gets the answer that it got the first time. Questions and operations of the contract, of
// all sizes, in turn.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { SingleBar } from "cli-progress";
import { parse } from "yaml";
import { projectRoot } from "../src/project-root.js";
import { operation } from "../tests/graphql/operations.js";
import { type Memory, type Operation, answerTo, posted, startService } from "./service.js";

const requests = Number(process.argv[2] ?? 200_000);
/** A tenth of the requests each; the first ones, of which memory grows as caches fill and code is compiled, are warm-up. */
const [warmUpRounds, rounds] = [5, 10];
const callers = 8;
const megabyte = 2 ** 20;

const contract: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["03", { id: "firm/fmc-kongsberg-subsea", at: "2005" }],
  ["06", { text: "kongsberg vaapenfabrik" }],
  ["08", { id: "firm/kongsberg-vapenfabrikk" }],
  ["13", { where: { town: "town/kongsberg" } }],
  ["14", { ids: ["firm/kongsberg-vapenfabrikk", "town/kongsberg", "firm/none"] }],
];

const folder = join(projectRoot, "questions");
const mix: readonly Operation[] = [
  ...readdirSync(folder)
    .toSorted()
    .map(
      (file) =>
        parse(readFileSync(join(folder, file), "utf8")) as { operation: string; variables?: Operation["variables"] },
    )
    .map((question) => ({ query: question.operation, variables: question.variables ?? {} })),
  ...contract.map(([number, variables]) => ({ query: operation(number), variables })),
];

const service = await startService({
  // Each request is executed, and none answered by what is known whole.
  OPPHAV_CACHE_ANSWERS: "0",
  ...(process.env["OPPHAV_NEO4J_URI"] === undefined ? {} : neo4jSettings()),
});
const first = await Promise.all(mix.map((each) => answerTo(each, service.url)));
const bar = new SingleBar({ format: "{bar} {value}/{total} requests", etaBuffer: 1_000 });
const all = requests * (1 + warmUpRounds / rounds);
bar.start(all, 0);
const seen: Memory[] = [];
let wrong = 0;
let failed = 0;
const begun = performance.now();
for (let round = 0; round < warmUpRounds + rounds; round++) {
  const before = (round * requests) / rounds;
  let answered = 0;
  const result = await autocannon({
    url: service.url,
    connections: callers,
    amount: requests / rounds,
    requests: mix.map((each, at) => ({
      ...posted(each),
      onResponse: (status: number, body: string) => {
        if (status !== 200 || body !== first[at]) wrong++;
        if (++answered % 500 === 0) bar.update(before + answered);
      },
    })),
  });
  failed += result.errors + result.timeouts + result.non2xx;
  seen.push(await service.memory());
}
bar.update(all);
bar.stop();
const seconds = (performance.now() - begun) / 1_000;
await service.stop();

console.log(`${all} requests of ${mix.length} kinds, ${Math.round(all / seconds)} a second`);
console.log("| after | resident, MB | heap, MB |\n| --- | --- | --- |");
for (const [round, { resident, heap }] of seen.entries()) {
  console.log(`| ${((round + 1) * requests) / rounds} | ${inMegabytes(resident)} | ${inMegabytes(heap)} |`);
}
const [warm, last] = [seen[warmUpRounds - 1], seen.at(-1)];
if (warm !== undefined && last !== undefined) {
  const more = inMegabytes(last.resident - warm.resident);
  console.log(`after warm-up, of ${(warmUpRounds * requests) / rounds}: ${more} MB more are resident`);
}
console.log(`${wrong} answers differed from the first one, ${failed} requests failed`);
process.exitCode = wrong + failed === 0 ? 0 : 1;

function neo4jSettings(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith("OPPHAV_NEO4J_") && value !== undefined ? [[name, value]] : [],
    ),
  );
}

function inMegabytes(bytes: number): string {
  return (bytes / megabyte).toFixed(1);
}
