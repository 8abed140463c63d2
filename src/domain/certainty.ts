/** What a fact rests on. Ordered: `STATED` is the strongest, `DISPUTED` the weakest. */
export const Certainty = { STATED: "STATED", INFERRED: "INFERRED", DISPUTED: "DISPUTED" } as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];

const strength: Readonly<Record<Certainty, number>> = { STATED: 2, INFERRED: 1, DISPUTED: 0 };

/** 2 for `STATED`, 1 for `INFERRED`, 0 for `DISPUTED`: what the graph stores to compare by. */
export function certaintyStrength(certainty: Certainty): number {
  return strength[certainty];
}

/** The inverse of `certaintyStrength`. */
export function certaintyOf(of: number): Certainty {
  const found = [Certainty.DISPUTED, Certainty.INFERRED, Certainty.STATED][of];
  if (found === undefined) throw new Error(`expected a strength from 0 to 2; got ${of}`);
  return found;
}

/** A derived fact is as certain as its weakest link; one without links is `STATED`. */
export function weakest(certainties: readonly Certainty[]): Certainty {
  return certainties.reduce<Certainty>(
    (lowest, certainty) => (strength[certainty] < strength[lowest] ? certainty : lowest),
    Certainty.STATED,
  );
}
