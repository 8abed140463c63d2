/** For each key the items that have it, in their order: one array of them all, and where each key's part begins. */
export class Inverted {
  readonly #starts: Uint32Array;
  readonly #items: Uint32Array;

  private constructor(starts: Uint32Array, items: Uint32Array) {
    this.#starts = starts;
    this.#items = items;
  }

  /** Goes over the items twice: to count, and to put each into its place. Yields after each item. */
  static *of(
    { keys, items }: { readonly keys: number; readonly items: number },
    keysOf: (item: number) => Iterable<number>,
  ): Generator<void, Inverted, void> {
    const starts = new Uint32Array(keys + 1);
    for (let item = 0; item < items; item++) {
      for (const key of keysOf(item)) starts[key + 1] = at(starts, key + 1) + 1;
      yield;
    }
    for (let key = 0; key < keys; key++) starts[key + 1] = at(starts, key + 1) + at(starts, key);
    const nexts = starts.slice();
    const placed = new Uint32Array(at(starts, keys));
    for (let item = 0; item < items; item++) {
      for (const key of keysOf(item)) {
        const next = at(nexts, key);
        placed[next] = item;
        nexts[key] = next + 1;
      }
      yield;
    }
    return new Inverted(starts, placed);
  }

  of(key: number): Uint32Array {
    return this.between(key, key + 1);
  }

  /** The items of the keys from one up to another. */
  between(first: number, end: number): Uint32Array {
    return this.#items.subarray(this.#starts[first], this.#starts[end]);
  }
}

/** For places that are there: the compiler cannot know. */
export function at(numbers: Uint8Array | Uint16Array | Uint32Array, place: number): number {
  return numbers[place] as number;
}
