import { type KnownPeriod, boundsOf, parsePeriod } from "./period.js";
import type { GapKind } from "./vocabulary.js";

/** What is not known of a node. */
export interface Gap {
  readonly id: string;
  /** Id of the node. */
  readonly node: string;
  readonly kind: GapKind;
  /** The years that are not known; null where no time is known of at all. */
  readonly period: KnownPeriod | null;
}

/** All that a gap is stands in its id, of which nothing else is stored than what statements ask by. `period` is EDTF. */
export function gapId(node: string, kind: GapKind, period = ""): string {
  return `gap|${node}|${kind}|${period}`;
}

/** The id of the node of which a gap's id speaks. */
export function nodeOfGap(id: string): string {
  return id.split("|", 2)[1] ?? "";
}

export function gapOf(id: string): Gap {
  const [, , kind, period = ""] = id.split("|");
  const known = period === "" ? null : parsePeriod(period);
  return {
    id,
    node: nodeOfGap(id),
    kind: kind as GapKind,
    period: known === null ? null : { ...known, bounds: boundsOf(known) },
  };
}
