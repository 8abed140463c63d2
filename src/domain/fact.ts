import type { Certainty } from "./certainty.js";
import type { StatedCitation } from "./citation.js";
import type { HistoricalDate } from "./historical-date.js";
import type { Bounds, KnownPeriod } from "./period.js";

/** Anything that the graph states: how certain it is, and where it is written. */
export interface Fact {
  readonly certainty: Certainty;
  readonly citations: readonly StatedCitation[];
  /** Words that qualify it. */
  readonly note: string | null;
}

/** A fact that held for some time. */
export interface DatedFact extends Fact {
  /** Null where the source does not date it. */
  readonly period: KnownPeriod | null;
  /** What to compare by; of an undated fact, unknown at both ends but for what is observed. */
  readonly bounds: Bounds;
}

/** A happening. */
export interface Happening extends Fact {
  /** Null where the source does not date it. */
  readonly date: HistoricalDate | null;
}
