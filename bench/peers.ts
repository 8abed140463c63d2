// `npm run bench:peers [organizations]`: our service beside what one would take instead, on the same register, asked
// the same questions, to which all have to give the same answers. Contestants take turns within each round; the table
// has the medians, and goes into docs/performance.md. `--without <contestant>` leaves one out, and the table says so.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import type { CompiledDataset } from "../src/dataset/compiled.js";
import { type Measured, Rounds, inTurn, measure, whereNobodyWatches } from "./measuring.js";
import { writeMeasured } from "./table.js";
import { type Contestant, type Key, keys, startContestants } from "./peers/contestants.js";
import { type QuestionName, type Wording, questionNames, questions } from "./peers/questions.js";
import { tablesOf } from "./peers/tables.js";
import { drawnByZipf } from "./peers/zipf.js";
import { registerOf } from "./register.js";
import { type Operation, answerTo, posted } from "./service.js";

const measuredSize = 100_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "5" },
    seconds: { type: "string", default: "2" },
    without: { type: "string", multiple: true, default: [] },
  },
});
const organizations = Number(positionals[0] ?? measuredSize);
const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
/** In one round, of all callers: more than any contestant answers. */
const requests = 300_000;
/** How many times as long the round is in which caches fill: most ids that Zipf's law draws are rare ones. */
const filling = 6;
/** How many ids answers are compared of; and of those with the most successors, where limits are reached. */
const [compared, comparedLargest] = [40, 5];

const folder = mkdtempSync(join(tmpdir(), "opphav-bench-"));
process.once("exit", () => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const { drawn, samples, contestants, absent, stop } = await startAll();
const bytes = await compareAnswers();
const measured = await measureAll();
await stop();
const lines = tablesOf({ measured, contestants, absent, bytes, organizations, rounds });
if (organizations === measuredSize) writeMeasured("npm run bench:peers", lines);
console.log(lines.join("\n"));
process.exit();

function asKey(word: string): Key {
  const key = keys.find((each) => each === word);
  if (key === undefined) throw new Error(`expected --without ${keys.join(" or ")}; got ${word}`);
  return key;
}

/** The register is garbage when all have it: who asks has a small heap, as its collection would take from who answers. */
async function startAll() {
  const register = registerOf(organizations);
  const drawn = drawIds(register);
  const samples = samplesOf(drawn, register);
  return { drawn, samples, ...(await startContestants(register, folder, values.without.map(asKey))) };
}

type Ids = Readonly<Record<"organizations" | "predecessors" | "towns", readonly string[]>>;

/** The ids that each question is asked of: for each round another stretch of one sequence. */
function drawIds(register: CompiledDataset): Ids {
  const { firms, institutions, units, groups, towns, descents } = register.records;
  const count = (rounds + 1) * requests;
  const idsOf = (records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => id);
  return {
    organizations: drawnByZipf(idsOf([...firms, ...institutions, ...units, ...groups]), count),
    predecessors: drawnByZipf([...new Set(descents.map(({ predecessor }) => predecessor))], count),
    towns: drawnByZipf(idsOf(towns), count),
  };
}

/**
 * What is compared has to be the same: byte for byte of those that answer in our words, of all others as data.
 * @returns bytes of our answer on the average
 */
async function compareAnswers(): Promise<Readonly<Record<QuestionName, number>>> {
  const sizes = {} as Record<QuestionName, number>;
  const [first, ...others] = contestants as [Contestant, ...Contestant[]];
  for (const name of questionNames) {
    const ids = samples[questions[name].of];
    const answers = await Promise.all(
      ids.map((id) => answerTo(operation(first.words[name] as Wording, id), first.url)),
    );
    sizes[name] = answers.reduce((sum, answer) => sum + Buffer.byteLength(answer), 0) / answers.length;
    for (const { name: contestant, url, words } of others) {
      const wording = words[name];
      if (wording === undefined) continue;
      for (const [index, id] of ids.entries()) {
        const [expected, came] = [
          (answers[index] as string).trim(),
          (await answerTo(operation(wording, id), url)).trim(),
        ];
        if (!isSame(expected, came, wording)) {
          throw new Error(
            `expected ${contestant} to answer "${questions[name].title}" of ${id} as ${first.name} does:\n${expected}\ngot:\n${came}`,
          );
        }
      }
    }
  }
  return sizes;
}

/** The ids that answers are compared of. */
function samplesOf(ids: Ids, { records }: CompiledDataset): Ids {
  const popular = (kind: keyof Ids): string[] => [...new Set(ids[kind])].slice(0, compared);
  const successors = new Map<string, number>();
  for (const { predecessor } of records.descents) successors.set(predecessor, (successors.get(predecessor) ?? 0) + 1);
  const largest = [...successors].toSorted(([, one], [, other]) => other - one).slice(0, comparedLargest);
  return {
    organizations: popular("organizations"),
    predecessors: [...popular("predecessors"), ...largest.map(([id]) => id)],
    towns: popular("towns"),
  };
}

function isSame(expected: string, came: string, { asOurs }: Wording): boolean {
  if (asOurs === undefined) return came === expected;
  const dataOf = (answer: string): unknown => (JSON.parse(answer) as { readonly data: unknown }).data;
  return isDeepStrictEqual(asOurs(dataOf(came) as never), dataOf(expected));
}

function operation({ query, variables }: Wording, id: string): Operation {
  return { query, variables: { ...variables, id } };
}

/** Each question in rounds, before which there is one that is not counted: caches fill, and code gets compiled. */
async function measureAll(): Promise<Rounds> {
  const all = new Rounds();
  const asked = contestants.flatMap(({ words }) => Object.keys(words)).length;
  const bar = new SingleBar({ format: "{bar} {value}/{total} runs, {eta} s left", ...whereNobodyWatches });
  bar.start((rounds + 1) * asked, 0);
  for (const name of questionNames) {
    for (let round = 0; round <= rounds; round++) {
      for (const contestant of inTurn(contestants, round)) {
        const wording = contestant.words[name];
        if (wording === undefined) continue;
        const result = await measureOne(contestant, name, wording, round);
        if (round > 0) all.add(name, contestant.name, result);
        bar.increment();
      }
    }
  }
  bar.stop();
  return all;
}

function measureOne(
  { name, url }: Contestant,
  question: QuestionName,
  wording: Wording,
  round: number,
): Promise<Measured> {
  const ids = drawn[questions[question].of].slice(round * requests, (round + 1) * requests).values();
  // Written when its turn comes: to write all of them first would hold the first answers up, which are measured.
  const setupRequest = (request: object): object => {
    const { value: id, done } = ids.next();
    if (done === true) throw new Error(`expected at most ${requests} requests in a round; ${name} answers more`);
    return { ...request, ...posted(operation(wording, id)) };
  };
  return measure(name, {
    url,
    duration: round === 0 ? filling * seconds : seconds,
    verifyBody: (body) => typeof body === "string" && !body.includes('"errors"'),
    requests: [{ setupRequest }],
  });
}
