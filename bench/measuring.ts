// What benches have in common: how a contestant is measured.
import autocannon from "autocannon";
import { type Latencies, latenciesOf } from "./latencies.js";

export const callers = 32;

/** A bar of progress is a line now and then. */
export const whereNobodyWatches = { noTTYOutput: true, notTTYSchedule: 20_000 } as const;

export interface Measured extends Latencies {
  /** Requests a second. */
  readonly rate: number;
  /** How many were answered. */
  readonly requests: number;
}

/** One run of all callers against a contestant. */
export async function measure(
  name: string,
  options: Omit<autocannon.Options, "connections"> & { readonly duration: number },
): Promise<Measured> {
  // What autocannon sums up itself are whole milliseconds.
  const durations: number[] = [];
  const { requests, errors, non2xx, mismatches } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon({ ...options, connections: callers }, (error: unknown, result) => {
      if (error == null) resolve(result);
      else reject(new Error(`expected ${name} to be measured`, { cause: error }));
    });
    instance.on("response", (_client, _status, _bytes, milliseconds) => durations.push(milliseconds));
  });
  const failed = errors + non2xx + mismatches;
  if (failed > 0) throw new Error(`expected answers of ${name}; ${failed} requests failed`);
  return { rate: requests.average, requests: requests.total, ...latenciesOf(durations) };
}

/** As they take turns: each comes first in another round, as whoever does is at a disadvantage. */
export function inTurn<Contestant>(contestants: readonly Contestant[], round: number): readonly Contestant[] {
  const first = round % contestants.length;
  return [...contestants.slice(first), ...contestants.slice(0, first)];
}

/** What was measured of each question to each contestant, round by round. */
export class Rounds<Name extends string = keyof Measured> {
  readonly #all = new Map<string, Readonly<Record<Name, number>>[]>();

  add(question: string, contestant: string, values: Readonly<Record<Name, number>>): void {
    const key = keyOf(question, contestant);
    this.#all.set(key, [...(this.#all.get(key) ?? []), values]);
  }

  /** Null where nothing was measured. */
  medians(question: string, contestant: string): Readonly<Record<Name, number>> | null {
    const rounds = this.#all.get(keyOf(question, contestant));
    if (rounds === undefined) return null;
    const names = Object.keys(rounds[0] ?? {}) as Name[];
    return Object.fromEntries(names.map((name) => [name, median(rounds.map((each) => each[name]))])) as Record<
      Name,
      number
    >;
  }
}

function keyOf(question: string, contestant: string): string {
  return JSON.stringify([question, contestant]);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
