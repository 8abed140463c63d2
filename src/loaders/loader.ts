import DataLoader from "dataloader";

/** A value, or a promise of one that has yet to be fetched. */
export type Given<Value> = Value | Promise<Value>;

/** What is made of a value: at once where it is there, as a promise takes longer than most of what is made. */
export function whenGiven<Value, Result>(given: Given<Value>, make: (value: Value) => Given<Result>): Given<Result> {
  return given instanceof Promise ? given.then(make) : make(given);
}

/** All values at once where they are there. */
export function allGiven<Value>(given: readonly Given<Value>[]): Given<readonly Value[]> {
  return given.some((each) => each instanceof Promise) ? Promise.all(given) : (given as readonly Value[]);
}

/**
 * Gives at once what is known, and fetches together what the fields of one level ask for and is not. It lives as long as
 * one request, and so does what it has fetched.
 */
export class Loader<Value> {
  readonly #primed = new Map<string, Value>();
  readonly #known: (key: string) => Value | undefined;
  readonly #fetched: DataLoader<string, Value>;

  constructor(
    fetch: (keys: readonly string[]) => Promise<readonly Value[]>,
    known: (key: string) => Value | undefined,
  ) {
    this.#known = known;
    this.#fetched = new DataLoader(fetch);
  }

  load(key: string): Given<Value> {
    return this.known(key) ?? this.#fetched.load(key);
  }

  /** What is given at once; undefined where it has to be fetched. */
  known(key: string): Value | undefined {
    return this.#primed.get(key) ?? this.#known(key);
  }

  loadMany(keys: readonly string[]): Given<readonly Value[]> {
    return allGiven(keys.map((key) => this.load(key)));
  }

  /** Makes known what came beside something else. */
  prime(key: string, value: Value): void {
    this.#primed.set(key, value);
  }
}
