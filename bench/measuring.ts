// What benches have in common: how a contestant is measured.
import autocannon from "autocannon";
import { type Latencies, latenciesOf } from "./latencies.js";

export const callers = 32;

/** A bar of progress is a line now and then. */
export const whereNobodyWatches = { noTTYOutput: true, notTTYSchedule: 20_000 } as const;

/** Seconds before a run is counted: all callers come at once, and what they ask first waits for all of them. */
const rampUp = 1;

export interface Measured extends Latencies {
  /** Requests a second. */
  readonly rate: number;
  /** The 99th of a hundred latencies as a multiple of the middle one. */
  readonly tail: number;
  /** How many were answered, counted or not. */
  readonly requests: number;
}

/** One run of all callers against a contestant, of which as many seconds are counted as it is to last. */
export async function measure(
  name: string,
  options: Omit<autocannon.Options, "connections"> & { readonly duration: number },
): Promise<Measured> {
  // What autocannon sums up itself are whole milliseconds, from the first request on.
  const durations: number[] = [];
  const counted = performance.now() + 1_000 * rampUp;
  let last = counted;
  const { requests, errors, non2xx, mismatches } = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = { ...options, connections: callers, duration: rampUp + options.duration };
    const instance = autocannon(running, (error: unknown, result) => {
      if (error == null) resolve(result);
      else reject(new Error(`expected ${name} to be measured`, { cause: error }));
    });
    instance.on("response", (_client, _status, _bytes, milliseconds) => {
      const now = performance.now();
      if (now < counted) return;
      durations.push(milliseconds);
      last = now;
    });
  });
  const failed = errors + non2xx + mismatches;
  if (failed > 0) throw new Error(`expected answers of ${name}; ${failed} requests failed`);
  if (durations.length === 0) throw new Error(`expected answers of ${name} in ${options.duration} s; none came`);
  const latencies = latenciesOf(durations);
  const rate = (1_000 * durations.length) / (last - counted);
  return { rate, ...latencies, tail: latencies.p99 / latencies.p50, requests: requests.total };
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

  /**
   * How many times another's value one's is: the middle of the rounds' own ratios, as the machine is faster in some
   * than in others. Null where one of the two was not measured.
   */
  ratio(question: string, value: Name, one: string, other: string): number | null {
    const [ones, others] = [one, other].map((contestant) => this.#all.get(keyOf(question, contestant)));
    if (ones === undefined || others === undefined) return null;
    return median(ones.map((each, round) => each[value] / (others[round]?.[value] ?? Number.NaN)));
  }
}

function keyOf(question: string, contestant: string): string {
  return JSON.stringify([question, contestant]);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
