import {
  fittingWords,
  isSpeltAlike,
  likeness,
  namingWords,
  scoreOfSameLetters,
  scoreOfSpeltAlike,
} from "../domain/similarity.js";
import type { NodeKind } from "../domain/vocabulary.js";
import { inSlices } from "../graph/in-slices.js";
import { Inverted, at } from "./inverted.js";
import { Collected, NameList, type Named } from "./name-list.js";
import type { FittingWords } from "./word-list.js";

/** A node that a name leads to, and which of its names it was. */
export interface NameHit {
  readonly id: string;
  readonly kind: NodeKind;
  readonly matched: string;
  /** From 0 to 1, which is exact; to three digits. */
  readonly score: number;
}

/** Names below this have too little in common with what was typed. */
const threshold = 0.3;
/** Of more names than these, the best are found. */
const mostNames = 1_000;
/** What has more words is no name. */
const mostWords = 40;

/** What was typed, with the words that it may mean. */
interface Typed {
  readonly text: string;
  /** Its words without the spaces. */
  readonly letters: string;
  readonly words: readonly FittingWords[];
}

/**
 * Finds names as if each were compared with what is typed by `similarity()`. A million of them take a hundred bytes
 * each: a name is the numbers of its words, and all numbers stand in a few typed arrays.
 *
 * A typed word is looked for in the list of words, of which there are far fewer than names. Those names are then
 * compared that have what the rarest of the typed words fits: no others can score enough.
 */
export class NameIndex {
  readonly #names: NameList;
  readonly #byWord: Inverted;
  /** Names by their letters without the spaces, as what was typed may be parted in other places. */
  readonly #byLetters: Inverted;

  private constructor(names: NameList, byWord: Inverted, byLetters: Inverted) {
    this.#names = names;
    this.#byWord = byWord;
    this.#byLetters = byLetters;
  }

  /** @param batches in the order of the ids, by which equal scores are ordered */
  static async of(batches: AsyncIterable<readonly Named[]>): Promise<NameIndex> {
    const collected = new Collected();
    for await (const batch of batches) collected.add(batch);
    return inSlices(NameIndex.#made(collected));
  }

  static *#made(collected: Collected): Generator<void, NameIndex, void> {
    const names = yield* NameList.of(collected);
    const items = names.count;
    const byWord = yield* Inverted.of({ keys: names.list.words.length, items }, (name) => names.wordsOf(name));
    const byLetters = yield* Inverted.of({ keys: Math.max(1, items), items }, (name) => [
      hash(names.lettersOf(name)) % items,
    ]);
    return new NameIndex(names, byWord, byLetters);
  }

  /** Best first; of equal scores by id. */
  find(text: string, kinds: readonly NodeKind[] | null): readonly NameHit[] {
    const words = namingWords(text);
    const letters = words.join("");
    if (letters === "" || words.length > mostWords) return [];
    const typed = { text, letters, words: words.map((word) => this.#names.list.fitting(word)) };
    const best = new Best();
    for (const name of this.#candidates(typed)) {
      if (kinds !== null && !kinds.includes(this.#names.kindOf(name))) continue;
      const score = this.#score(typed, name);
      if (score >= threshold) best.add(name, score);
    }
    const hits = new Map<string, NameHit>();
    for (const { name, score } of best.inOrder()) {
      const { id, text: matched } = this.#names.of(name);
      // Of the names of a node, the first is the best.
      if (!hits.has(id)) hits.set(id, { id, kind: this.#names.kindOf(name), matched, score });
    }
    return [...hits.values()];
  }

  /**
   * Each name once that can score enough: those of the same letters, and those that one of the rarer typed words fits,
   * where so many of all have to fit that they cannot all be among the others.
   */
  *#candidates({ letters, words }: Typed): Generator<number, void, void> {
    const rarestFirst = words.map((word) => this.#namesOf(word)).toSorted((a, b) => total(a) - total(b));
    const rarer = rarestFirst.slice(0, words.length - fittingWords(words.length, threshold) + 1);
    const sameLetters = this.#byLetters.of(hash(letters) % Math.max(1, this.#names.count));
    const seen = new Uint32Array((this.#names.count >>> 5) + 1);
    for (const names of [sameLetters, ...rarer.flat()]) {
      for (const name of names) {
        const seenNear = at(seen, name >>> 5);
        const bit = 1 << (name & 31);
        if ((seenNear & bit) !== 0) continue;
        seen[name >>> 5] = seenNear | bit;
        yield name;
      }
    }
  }

  /** The names that have what a typed word fits. */
  #namesOf({ first, end, others }: FittingWords): Uint32Array[] {
    return [this.#byWord.between(first, end), ...[...others.keys()].map((word) => this.#byWord.of(word))];
  }

  /** What `similarity()` gives, out of numbers. */
  #score({ text, letters, words: typed }: Typed, name: number): number {
    const { words, starts, list } = this.#names;
    const [start, end] = [at(starts, name), at(starts, name + 1)];
    let length = 0;
    for (let place = start; place < end; place++) length += at(list.lengths, at(words, place));
    if (length === letters.length && this.#names.lettersOf(name) === letters) {
      return isSpeltAlike(text, this.#names.of(name).text) ? scoreOfSpeltAlike : scoreOfSameLetters;
    }
    let weakest = 1;
    let fitting = 0;
    for (const { first, end: beyond, others } of typed) {
      let fit = 0;
      for (let place = start; place < end && fit < 1; place++) {
        const word = at(words, place);
        if (word >= first && word < beyond) fit = 1;
        else if (others.size > 0) fit = Math.max(fit, others.get(word) ?? 0);
      }
      weakest = Math.min(weakest, fit);
      if (fit > 0) fitting++;
    }
    return likeness({
      begins: weakest === 1 && this.#begins(typed, start, end),
      weakest,
      share: fitting / typed.length,
      covered: Math.min(1, (letters.length + typed.length - 1) / (length + end - start - 1)),
    });
  }

  /** Whether the words from one place to another begin with those that were typed, the last of which may be cut short. */
  #begins(typed: readonly FittingWords[], start: number, end: number): boolean {
    const last = typed.length - 1;
    if (start + last >= end) return false;
    for (let index = 0; index < last; index++) {
      if (at(this.#names.words, start + index) !== typed[index]?.exact) return false;
    }
    const [word, fits] = [at(this.#names.words, start + last), typed[last]];
    return fits !== undefined && word >= fits.first && word < fits.end;
  }
}

/** Collects names with their scores, and gives the best of them. */
class Best {
  readonly #names: number[] = [];
  readonly #scores: number[] = [];

  add(name: number, score: number): void {
    this.#names.push(name);
    this.#scores.push(Math.round(score * 1_000));
  }

  /** By score, to three digits, and then by number. */
  inOrder(): { readonly name: number; readonly score: number }[] {
    const counts = new Uint32Array(1_001);
    for (const score of this.#scores) counts[score] = at(counts, score) + 1;
    let least = 1_000;
    for (let found = at(counts, least); found < mostNames && least > 0; found += at(counts, least)) least--;
    // As numbers, which sort fast: the score, turned round, before the name.
    const keys: number[] = [];
    for (const [index, score] of this.#scores.entries()) {
      if (score >= least) keys.push((1_000 - score) * 2 ** 32 + (this.#names[index] ?? 0));
    }
    return [...Float64Array.from(keys).sort().subarray(0, mostNames)].map((key) => ({
      name: key % 2 ** 32,
      score: (1_000 - Math.floor(key / 2 ** 32)) / 1_000,
    }));
  }
}

function total(lists: readonly Uint32Array[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** FNV-1a, in 32 bits. */
function hash(letters: string): number {
  let hashed = 0x811c9dc5;
  for (let place = 0; place < letters.length; place++) {
    hashed = Math.imul(hashed ^ letters.charCodeAt(place), 0x01000193);
  }
  return hashed >>> 0;
}
