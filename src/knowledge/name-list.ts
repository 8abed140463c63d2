import { namingWords } from "../domain/similarity.js";
import { NodeKind } from "../domain/vocabulary.js";
import { at } from "./inverted.js";
import { WordList } from "./word-list.js";

/** A node and what it is called. */
export interface Named {
  readonly id: string;
  readonly kind: NodeKind;
  readonly names: readonly string[];
}

const kinds = Object.values(NodeKind);

/** Names by their numbers, in the order that they came in, as numbers and bytes. */
export class NameList {
  readonly list: WordList;
  /** Where each name's words begin among the words of all. */
  readonly starts: Uint32Array;
  /** The numbers of all names' words, name after name. */
  readonly words: Uint32Array;
  readonly #kinds: Uint8Array;
  /** Where each name's text begins: the id, a new line and the name. */
  readonly #textStarts: Uint32Array;
  readonly #texts: Buffer;

  private constructor(
    list: WordList,
    { starts, words, kinds: kindNumbers, textStarts, texts }: Collected,
    numbers: Uint32Array,
  ) {
    this.list = list;
    this.starts = Uint32Array.from(starts);
    this.words = numbers.subarray(0, words.length);
    this.#kinds = Uint8Array.from(kindNumbers);
    this.#textStarts = Uint32Array.from(textStarts);
    this.#texts = Buffer.concat(texts);
  }

  /** Yields after each little step. */
  static *of(collected: Collected): Generator<void, NameList, void> {
    const list = yield* WordList.of(collected.numbers.keys());
    const inOrder = new Uint32Array(list.words.length);
    for (const [place, word] of list.words.entries()) {
      inOrder[collected.numbers.get(word) ?? 0] = place;
      yield;
    }
    const numbers = new Uint32Array(collected.words.length);
    for (const [place, number] of collected.words.entries()) {
      numbers[place] = at(inOrder, number);
      yield;
    }
    return new NameList(list, collected, numbers);
  }

  get count(): number {
    return this.#kinds.length;
  }

  wordsOf(name: number): Uint32Array {
    return this.words.subarray(this.starts[name], this.starts[name + 1]);
  }

  kindOf(name: number): NodeKind {
    return kinds[at(this.#kinds, name)] as NodeKind;
  }

  /** Its words without the spaces. */
  lettersOf(name: number): string {
    let letters = "";
    for (const word of this.wordsOf(name)) letters += this.list.words[word] ?? "";
    return letters;
  }

  of(name: number): { readonly id: string; readonly text: string } {
    const text = this.#texts.toString("utf8", this.#textStarts[name], this.#textStarts[name + 1]);
    const end = text.indexOf("\n");
    return { id: text.slice(0, end), text: text.slice(end + 1) };
  }
}

/** Names while they come in. */
export class Collected {
  /** Each word once, with its number. */
  readonly numbers = new Map<string, number>();
  readonly starts = [0];
  readonly words: number[] = [];
  readonly kinds: number[] = [];
  readonly textStarts = [0];
  readonly texts: Buffer[] = [];
  #length = 0;

  add(nodes: readonly Named[]): void {
    let texts = "";
    for (const { id, kind, names } of nodes) {
      for (const name of new Set(names)) {
        const words = namingWords(name).filter((word) => word !== "");
        if (words.length === 0) continue;
        for (const word of words) this.words.push(this.#numberOf(word));
        this.starts.push(this.words.length);
        this.kinds.push(kinds.indexOf(kind));
        const text = `${id}\n${name}`;
        texts += text;
        this.#length += Buffer.byteLength(text);
        this.textStarts.push(this.#length);
      }
    }
    this.texts.push(Buffer.from(texts));
  }

  #numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    // A word cut out of a text would keep the whole text in memory.
    this.numbers.set(Buffer.from(word).toString(), number);
    return number;
  }
}
