import { addToList } from "../domain/add-to-list.js";
import { allowedTypos, wordFit } from "../domain/similarity.js";
import { Inverted, at } from "./inverted.js";

/** The words of a list that a typed word fits, by their numbers. */
export interface FittingWords {
  /** The word itself; -1 where the list has it not. */
  readonly exact: number;
  /** From the first up to the end: those that begin so. They fit wholly. */
  readonly first: number;
  readonly end: number;
  /** Compounds that hold it and words a typo or two away, with how well it fits. */
  readonly others: ReadonlyMap<number, number>;
}

const pairs = 2 ** 12;

/**
 * Every word of all names once, in order. There are far fewer of them than names, and what is typed is compared with
 * them: names are then a matter of numbers.
 */
export class WordList {
  readonly words: readonly string[];
  readonly lengths: Uint16Array;
  readonly #byPair: Inverted;
  /** How many of the typed pairs each word holds, while one word is looked for. */
  readonly #held: Uint16Array;

  private constructor(words: readonly string[], byPair: Inverted) {
    this.words = words;
    this.lengths = Uint16Array.from(words, ({ length }) => length);
    this.#byPair = byPair;
    this.#held = new Uint16Array(words.length);
  }

  /** Yields after each little step. */
  static *of(words: Iterable<string>): Generator<void, WordList, void> {
    const sorted = yield* inOrder(words);
    const byPair = yield* Inverted.of({ keys: pairs, items: sorted.length }, (word) => pairsOf(sorted[word] ?? ""));
    return new WordList(sorted, byPair);
  }

  fitting(typed: string): FittingWords {
    const first = this.#place(typed);
    const end = this.#place(`${typed}\uffff`);
    const others = new Map<number, number>();
    for (const word of this.#alike(typed)) {
      if (word >= first && word < end) continue;
      const fit = wordFit(typed, this.words[word] ?? "");
      if (fit > 0) others.set(word, fit);
    }
    return { exact: this.words[first] === typed ? first : -1, first, end, others };
  }

  /** Where the word stands, or would. */
  #place(word: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle] ?? "") < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those that may hold it or be a typo away: a wrong letter spoils two pairs, and the others are still there. */
  #alike(typed: string): number[] {
    const allowed = allowedTypos(typed);
    if (allowed === 0) return [];
    const typedPairs = pairsOf(typed);
    const enough = Math.max(1, typedPairs.size - 2 * allowed);
    const alike: number[] = [];
    this.#held.fill(0);
    for (const pair of typedPairs) {
      for (const word of this.#byPair.of(pair)) {
        const held = at(this.#held, word) + 1;
        this.#held[word] = held;
        if (held === enough) alike.push(word);
      }
    }
    return alike;
  }
}

/** Its pairs of neighbouring letters, and its first letter with none before. Rare letters share a number. */
function pairsOf(word: string): Set<number> {
  const found = new Set<number>();
  let before = 0;
  for (let place = 0; place < word.length; place++) {
    const letter = word.charCodeAt(place) % 64;
    found.add(before * 64 + letter);
    before = letter;
  }
  return found;
}

/** Sorted in small groups, by the first two letters, as sorting all at once cannot be interrupted. */
function* inOrder(words: Iterable<string>): Generator<void, string[], void> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    addToList(groups, word.slice(0, 2), word);
    yield;
  }
  const sorted: string[] = [];
  for (const beginning of [...groups.keys()].toSorted()) {
    for (const word of (groups.get(beginning) ?? []).toSorted()) sorted.push(word);
    yield;
  }
  return sorted;
}
