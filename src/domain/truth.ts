// The domain holds the meaning of the graph: readonly interfaces and pure rules.
// It imports nothing else of the project and does no input or output.

/** Whether something held at a point in time, given how precisely its dates are known. */
export const Truth = { YES: "YES", POSSIBLY: "POSSIBLY", NO: "NO" } as const;
export type Truth = (typeof Truth)[keyof typeof Truth];

const rank: Readonly<Record<Truth, number>> = { NO: 0, POSSIBLY: 1, YES: 2 };

/** Kleene's strong conjunction: the weakest of the values; `YES` of none. */
export function allOf(values: readonly Truth[]): Truth {
  return values.reduce<Truth>((weakest, value) => (rank[value] < rank[weakest] ? value : weakest), Truth.YES);
}

/** Kleene's strong disjunction: the strongest of the values; `NO` of none. */
export function anyOf(values: readonly Truth[]): Truth {
  return values.reduce<Truth>((strongest, value) => (rank[value] > rank[strongest] ? value : strongest), Truth.NO);
}
