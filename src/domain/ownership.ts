import type { DatedFact } from "./fact.js";

/** Someone held a share of an organization for some time. */
export interface Ownership extends DatedFact {
  readonly id: string;
  /** Id of an organization or a person. */
  readonly owner: string;
  readonly owned: string;
  /** Percent, where the source gives it exactly. */
  readonly share: number | null;
  /** Percent; a majority is at least 50. */
  readonly shareAtLeast: number | null;
  readonly shareAtMost: number | null;
  /** Of a snapshot: the date, or the first and the last one, at which the source shows it. */
  readonly observedAt: string | null;
}
