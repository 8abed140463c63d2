import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { similarity } from "../../src/domain/similarity.js";
import { NodeKind } from "../../src/domain/vocabulary.js";
import { NameIndex } from "../../src/knowledge/name-index.js";
import type { Named } from "../../src/knowledge/name-list.js";

async function* inBatches(nodes: readonly Named[]): AsyncGenerator<readonly Named[]> {
  for (let start = 0; start < nodes.length; start += 7) yield nodes.slice(start, start + 7);
}

/** What comparing with each name one by one finds. */
function compared(nodes: readonly Named[], typed: string, kinds: readonly NodeKind[] | null) {
  return nodes
    .filter(({ kind }) => kinds === null || kinds.includes(kind))
    .flatMap(({ id, kind, names }) => {
      const scored = names.map((matched) => ({ id, kind, matched, score: similarity(typed, matched) }));
      const rounded = scored
        .filter(({ score }) => score >= 0.3)
        .map((hit) => ({ ...hit, score: Math.round(hit.score * 1_000) / 1_000 }));
      return rounded.toSorted((a, b) => b.score - a.score).slice(0, 1);
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

// Few parts, so that names share words, beginnings and ends, and differ by a letter.
const part = fc.constantFrom(
  "kong",
  "kongs",
  "berg",
  "bærg",
  "våpen",
  "vapn",
  "fabrik",
  "fabrikk",
  "sensor",
  "a",
  "øy",
  "Лод",
);
const word = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
const name = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom("AS", "A/S", "&", "1985") }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((words) => words.join(" "));
const node = fc.record({
  kind: fc.constantFrom(NodeKind.FIRM, NodeKind.TOWN),
  names: fc.array(name, { minLength: 1, maxLength: 3 }),
});
const nodes = fc
  .array(node, { maxLength: 40 })
  .map((made) => made.map((each, index) => ({ ...each, id: `firm/o-${String(index).padStart(2, "0")}` })));

/** A place of the name changed by one letter, left out, parted or put twice. */
const typo = fc.record({ at: fc.nat(40), letters: fc.constantFrom("", "x", "k", " ", "kk", "å"), over: fc.nat(2) });
const typed = (from: readonly Named[]) => {
  const names = from.flatMap((each) => each.names);
  return fc
    .record({
      name: fc.oneof(name, names.length > 0 ? fc.constantFrom(...names) : name),
      typos: fc.array(typo, { maxLength: 2 }),
      length: fc.option(fc.integer({ min: 1, max: 20 })),
    })
    .map(({ name: whole, typos, length }) =>
      typos
        .reduce((text, { at, letters, over }) => text.slice(0, at) + letters + text.slice(at + over), whole)
        .slice(0, length ?? undefined),
    );
};

test("the index finds what comparing with each name finds, in the same order", async () => {
  const asked = nodes.chain((made) =>
    fc.tuple(fc.constant(made), fc.array(typed(made), { minLength: 1, maxLength: 10 })),
  );
  await fc.assert(
    fc.asyncProperty(asked, fc.constantFrom(null, [NodeKind.TOWN]), async ([made, texts], kinds) => {
      const index = await NameIndex.of(inBatches(made));
      for (const text of texts) {
        const found = compared(made, text, kinds).filter(() => /[\p{L}\p{N}]/u.test(text));
        expect({ text, hits: index.find(text, kinds) }).toEqual({ text, hits: found });
      }
    }),
    { numRuns: 500 },
  );
});

test("of more names than it lists, the best are found", async () => {
  const firms = Array.from({ length: 3_000 }, (_, number) => ({
    id: `firm/o-${String(number).padStart(4, "0")}`,
    kind: NodeKind.FIRM,
    names: [number === 2_000 ? "Verksted" : number === 2_500 ? "Verkstedet" : `Mekaniske Verksted ${number}`],
  }));
  const index = await NameIndex.of(inBatches(firms));
  const hits = index.find("verksted", null);
  expect(hits).toHaveLength(1_000);
  expect(hits.slice(0, 3).map(({ id }) => id)).toEqual(["firm/o-2000", "firm/o-2500", "firm/o-0000"]);
});

test.each([
  ["a text of many words", "word ".repeat(50_000)],
  ["a word of many letters", "abc".repeat(50_000)],
  ["the same letter many times", "a".repeat(50_000)],
])("%s finds nothing", async (_what, text) => {
  const index = await NameIndex.of(inBatches([{ id: "firm/a", kind: NodeKind.FIRM, names: ["Aaaabc word"] }]));
  expect(index.find(text, null)).toEqual([]);
});
