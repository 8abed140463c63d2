// What benches have in common: how a contestant is measured.
import autocannon from "autocannon";
import { type Latencies, latenciesOf } from "./latencies.js";

export const callers = 32;

/** A bar of progress is a line now and then. */
export const whereNobodyWatches = { noTTYOutput: true, notTTYSchedule: 20_000 } as const;

export interface Measured extends Latencies {
  /** Requests a second. */
  readonly rate: number;
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
  return { rate: requests.average, ...latenciesOf(durations) };
}

/** What was measured of each question to each contestant, round by round. */
export class Rounds {
  readonly #all = new Map<string, Measured[]>();

  add(question: string, contestant: string, measured: Measured): void {
    const key = keyOf(question, contestant);
    this.#all.set(key, [...(this.#all.get(key) ?? []), measured]);
  }

  /** Null where nothing was measured. */
  medians(question: string, contestant: string): Measured | null {
    const rounds = this.#all.get(keyOf(question, contestant));
    if (rounds === undefined) return null;
    return {
      rate: median(rounds.map(({ rate }) => rate)),
      p50: median(rounds.map(({ p50 }) => p50)),
      p99: median(rounds.map(({ p99 }) => p99)),
    };
  }
}

function keyOf(question: string, contestant: string): string {
  return JSON.stringify([question, contestant]);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
