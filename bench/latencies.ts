/** In milliseconds. */
export interface Latencies {
  readonly p50: number;
  readonly p99: number;
}

export function latenciesOf(durations: readonly number[]): Latencies {
  const ascending = durations.toSorted((a, b) => a - b);
  const at = (share: number) => ascending[Math.ceil(share * ascending.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Of durations in the order of time, the latter half: before it, code gets compiled. */
export function settled(durations: readonly number[]): readonly number[] {
  return durations.slice(Math.floor(durations.length / 2));
}
