// `npm run bench:names [organizations…]`: how long making the index of names takes, how long it holds the process up
// and how much memory it keeps, and how long searches of several kinds take, for registers of several sizes.
import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { NodeKind } from "../src/domain/vocabulary.js";
import { NameIndex } from "../src/knowledge/name-index.js";
import type { Named } from "../src/knowledge/name-list.js";
import { registerOf } from "./register.js";

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000];
const searches = 500;
const rounds = 3;
/** Words of one's own that firms have: one firm in so many is called by such a word, which no other has. */
const coined = 3;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const random = xoroshiro128plus(1);
const below = (limit: number): number => uniformInt(random, 0, limit - 1);
const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;

const letters = Array.from("abcdefghijklmnopqrstuvwxyzæøå");

interface Kind {
  readonly name: string;
  readonly typed: (name: string) => string;
}

const kinds: readonly Kind[] = [
  { name: "the name", typed: (name) => name },
  { name: "a typo", typed: misspelt },
  { name: "two typos", typed: (name) => misspelt(misspelt(name)) },
  { name: "3 letters", typed: (name) => name.slice(0, 3) },
  { name: "1 letter", typed: (name) => name.slice(0, 1) },
  { name: "a word", typed: (name) => oneOf(name.split(" ")) },
  { name: "the end of a word", typed: (name) => oneOf(name.split(" ")).slice(-5) },
];

const rows: string[] = [];
for (const size of sizes) rows.push(await measured(size));
console.log(
  `| organizations | names | made in, ms | held up, ms | bytes a name | ${kinds.map(({ name }) => name).join(" | ")} |`,
);
console.log(`|${" --- |".repeat(5 + kinds.length)}`);
for (const row of rows) console.log(row);

async function measured(size: number): Promise<string> {
  const nodes = namedNodes(size);
  const names = nodes.flatMap((node) => node.names);
  const before = kept();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const begun = performance.now();
  const index = await NameIndex.of(batchesOf(nodes));
  const made = performance.now() - begun;
  delay.disable();
  const bytes = (kept() - before) / names.length;
  const latencies = kinds.map((kind) => latencyOf(index, kind, names));
  return `| ${[size, names.length, made.toFixed(0), longest(delay), bytes.toFixed(0), ...latencies].join(" | ")} |`;
}

/** The middle and the 99th of a hundred. */
function latencyOf(index: NameIndex, { typed }: Kind, names: readonly string[]): string {
  const times: number[] = [];
  for (let count = 0; count < searches * rounds; count++) {
    const text = typed(oneOf(names));
    const begun = performance.now();
    index.find(text, null);
    times.push(performance.now() - begun);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const part = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `${part(0.5)} / ${part(0.99)}`;
}

function namedNodes(size: number): Named[] {
  const { firms, institutions, units, groups } = registerOf(size).records;
  const ofKind = (
    kind: NodeKind,
    records: readonly { id: string; names: readonly { name: string }[]; aliases: readonly string[] }[],
  ) =>
    records.map(({ id, names, aliases }) => ({
      id,
      kind,
      names: [...names.map(({ name }) => name), ...aliases].map((name) =>
        below(coined) === 0 ? `${coinedWord()} ${name}` : name,
      ),
    }));
  return [
    ...ofKind(NodeKind.FIRM, firms),
    ...ofKind(NodeKind.GROUP, groups),
    ...ofKind(NodeKind.INSTITUTION, institutions),
    ...ofKind(NodeKind.UNIT, units),
  ];
}

function coinedWord(): string {
  return Array.from({ length: 6 + below(5) }, () => oneOf(letters)).join("");
}

function misspelt(name: string): string {
  const place = below(name.length);
  const letter = oneOf(letters);
  return name.slice(0, place) + oneOf(["", letter]) + name.slice(place + below(2));
}

async function* batchesOf(nodes: readonly Named[]): AsyncGenerator<readonly Named[]> {
  for (let start = 0; start < nodes.length; start += 1_000) {
    yield nodes.slice(start, start + 1_000);
    await setImmediate();
  }
}

function kept(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function longest(delay: IntervalHistogram): string {
  return (delay.max / 1_000_000).toFixed(0);
}
