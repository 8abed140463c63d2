// Which names of a source's text are in no record: a worklist for whoever makes the data. It errs towards listing.
import { fold } from "../domain/fold.js";
import type { Dataset } from "./dataset.js";

/** A name as the text has it, that no name or alias of the dataset covers. */
interface MissingName {
  readonly name: string;
  /** Printed pages, in their order; those without a number count to the page before them. */
  readonly pages: readonly string[];
}

export interface Coverage {
  /** Names of the text, different ones. */
  readonly found: number;
  /** In no record and not in the manifest's `leftOut`; most frequent first. */
  readonly missing: readonly MissingName[];
  /** Entries of `leftOut` that the text does not have, or that a record covers after all. */
  readonly needless: readonly string[];
}

/** `text` marks the beginning of each page by a line such as `[[page 77]]`, or `[[page ?]]` where none is printed. */
export function coverageOf({ manifest, records }: Dataset, text: string): Coverage {
  const inRecords = [...namesOf(records)];
  const leftOut = manifest.leftOut.map(({ name }) => name);
  const known = new KnownNames(inRecords);
  const accountedFor = new KnownNames([...inRecords, ...leftOut]);
  const uncovered = new Map<string, Set<string>>();
  const found = new Set<string>();
  for (const { name, page } of namesIn(text)) {
    found.add(name);
    if (known.cover(name)) continue;
    uncovered.set(name, (uncovered.get(name) ?? new Set()).add(page));
  }
  const words = [...uncovered.keys()].map((name) => ` ${fold(name)} `);
  return {
    found: found.size,
    missing: [...uncovered]
      .filter(([name]) => !accountedFor.cover(name))
      .map(([name, pages]) => ({ name, pages: [...pages] }))
      .toSorted((a, b) => b.pages.length - a.pages.length || (a.name < b.name ? -1 : 1)),
    needless: leftOut.filter((name) => !words.some((each) => each.includes(` ${fold(name)}`))),
  };
}

interface Word {
  readonly text: string;
  readonly page: string;
  /** What stands between it and the word before it. */
  readonly gap: string;
}

const wordPattern = /A\/S|I\/S|[\p{L}\p{N}]+(?:['’.&+-][\p{L}\p{N}]+)*/gu;

/**
 * Runs of capitalized words. A word that begins a sentence or a line counts if it is nowhere in lower case; one that
 * begins a sentence must also be capitalized within one, or have more than its first letter so. A single word that is
 * more often in lower case, such as the first of a note, is none, unless it is all capitals.
 */
function* namesIn(text: string): Iterable<{ name: string; page: string }> {
  const words = [...wordsOf(text)];
  const times = new Map<string, number>();
  for (const { text: word } of words) times.set(word, (times.get(word) ?? 0) + 1);
  const isRatherLowerCase = (word: string): boolean =>
    /^\p{Lu}\p{Ll}+$/u.test(word) && (times.get(word.toLowerCase()) ?? 0) > (times.get(word) ?? 0);
  const within = new Set(words.filter(({ gap }) => gap === " ").map((word) => word.text));
  let run: Word[] = [];
  for (const [index, word] of [...words, { text: "", page: "", gap: "." }].entries()) {
    const text = withoutTail(word.text);
    const beginsSentence = /[^\s,()&/–]/u.test(word.gap) || /^\d+$/.test(words[index - 1]?.text ?? "0");
    const isName =
      /^\p{Lu}/u.test(text) &&
      !(/\S|\n/.test(word.gap) && times.has(text.toLowerCase())) &&
      !(beginsSentence && !within.has(word.text) && !/^.+[\p{Lu}\d]/u.test(text));
    if (!(isName && /^(\s| & )$/.test(word.gap)) && run.length > 0) {
      const name = run.map(({ gap, text: part }, at) => (at === 0 ? "" : gap === "\n" ? " " : gap) + part).join("");
      if (name.length > 1 && !(run.length === 1 && isRatherLowerCase(name))) yield { name, page: run[0]?.page ?? "" };
      run = [];
    }
    if (isName) run.push({ ...word, text });
  }
}

/** Of a compound with a hyphen, such as KV-miljøet, what is a name: KV. */
function withoutTail(word: string): string {
  return word.replace(/(-\p{Ll}[\p{L}\p{N}]*)+$/u, "");
}

function* wordsOf(text: string): Iterable<Word> {
  let page = "";
  for (const part of text.split(/^(?=\[\[page )/mu)) {
    const [marker = "", number = "?"] = /^\[\[page (\S+)\]\]/u.exec(part) ?? [];
    if (number !== "?") page = number;
    const lines = part
      .slice(marker.length)
      // Words divided at the end of a line; a hyphen after a capital belongs to the word.
      .replaceAll(/(?<=\p{Ll})-[ \t]*\n[ \t]*(?=\p{Ll})/gu, "")
      .replaceAll(/(?<=[\p{L}\p{N}])-[ \t]*\n[ \t]*/gu, "-")
      // Marks of notes that were glued to words when the text was taken from the print.
      .replaceAll(/(?<=[\p{L}.,)])\d+F(?=\s)/gu, "")
      .replaceAll(/[ \t]*\n[ \t]*\n\s*/gu, " ¶ ")
      .replaceAll(/[ \t]+\n[ \t]*|\n[ \t]+/gu, "\n");
    let end = 0;
    for (const match of lines.matchAll(wordPattern)) {
      yield { text: match[0], page, gap: lines.slice(end, match.index) };
      end = match.index + match[0].length;
    }
  }
}

/** Names and aliases of everything, with what else is called by a name: products, titles, sections. */
function* namesOf(records: Dataset["records"]): Iterable<string> {
  for (const section of ["firms", "institutions", "units", "groups"] as const) {
    for (const { record } of records[section]) {
      yield* record.names.map(({ name }) => name);
      yield* record.aliases;
      yield* [...(record.products?.nb ?? []), ...(record.products?.en ?? [])];
    }
  }
  for (const section of ["places", "towns"] as const) {
    for (const { record } of records[section]) yield* [...localized(record.name), ...record.aliases];
  }
  for (const section of ["sectors", "measures", "phases"] as const) {
    for (const { record } of records[section]) yield* localized(record.name);
  }
  for (const { record } of records.tables) yield* [record.number, ...localized(record.title)];
  for (const { record } of records.people) yield* [record.name, ...record.aliases];
  for (const { record } of records.sources) {
    yield* [record.title, ...record.authors, ...record.sections.map(({ title }) => title)];
  }
}

function localized({ nb, en }: { readonly nb?: string | undefined; readonly en?: string | undefined }): string[] {
  return [nb, en].filter((text) => text !== undefined);
}

const legalForms = new Set(["a s", "as", "asa", "ans", "i s", "ab", "inc", "ltd", "oyj", "gmbh"]);

class KnownNames {
  readonly #whole = new Set<string>(legalForms);
  #all = " ";

  constructor(names: Iterable<string>) {
    for (const name of names) {
      const folded = fold(name);
      this.#whole.add(folded);
      this.#all += `${folded} | `;
    }
  }

  /** It is part of a known name, or a row of known names; each may have the -s of the genitive, or go on as a compound. */
  cover(name: string): boolean {
    // The -s of the genitive after an apostrophe is no word of its own.
    const words = fold(name.replaceAll(/['’]s\b/g, "")).split(" ");
    return this.#contains(words.join(" ")) || this.#isRowOf(words);
  }

  #contains(phrase: string): boolean {
    return [phrase, phrase.replace(/s$/, "")].some((each) => this.#all.includes(` ${each} `));
  }

  #isRowOf(words: readonly string[]): boolean {
    if (words.length === 0) return true;
    return words.some(
      (_, index) => this.#isName(words.slice(0, index + 1).join(" ")) && this.#isRowOf(words.slice(index + 1)),
    );
  }

  #isName(phrase: string): boolean {
    if (this.#whole.has(phrase) || this.#whole.has(phrase.replace(/s$/, ""))) return true;
    for (let length = phrase.length - 2; length >= 4; length--)
      if (this.#whole.has(phrase.slice(0, length))) return true;
    return false;
  }
}
