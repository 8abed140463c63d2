import type { Organization } from "./organization.js";
import type { Ownership } from "./ownership.js";
import { type Interval, held, touched } from "./period.js";
import { Truth, allOf, anyOf } from "./truth.js";
import { InstitutionKind } from "./vocabulary.js";

const stateKinds: ReadonlySet<string | null> = new Set([
  InstitutionKind.STATE,
  InstitutionKind.MINISTRY,
  InstitutionKind.PUBLIC_AGENCY,
  InstitutionKind.ARMED_FORCES,
]);

/** Part of the Norwegian state: not a municipality, and not of another country. */
export function isState({ institutionKind, country }: Pick<Organization, "institutionKind" | "country">): boolean {
  return stateKinds.has(institutionKind) && (country === null || country === "place/norway");
}

/** An owner's holding of an organization, and whether the owner is the state or a company of the state's. */
export interface Holding {
  readonly ownership: Pick<Ownership, "share" | "shareAtLeast" | "shareAtMost" | "bounds">;
  readonly byState: Truth;
}

/**
 * Whether the state held over half of an organization throughout an interval, given who held how much of it. Exactly
 * half is not over half; a majority (`shareAtLeast` 50) is. Where a share is unknown it is possible, unless the source
 * calls the organization a state company. What was not there was nobody's, however vaguely its owners are dated.
 */
export function stateOwned(
  holdings: readonly Holding[],
  { bounds, stateCompany }: Pick<Organization, "bounds" | "stateCompany">,
  at: Interval,
): Truth {
  if (touched(bounds, at) === Truth.NO) return Truth.NO;
  let certain = 0;
  let possible = 0;
  let others = 0;
  let majority: Truth = Truth.NO;
  for (const { ownership, byState } of holdings) {
    const truth = allOf([held(ownership.bounds, at), byState]);
    const least = ownership.share ?? ownership.shareAtLeast ?? 0;
    const most = ownership.share ?? ownership.shareAtMost ?? 100;
    if (truth === Truth.YES) certain += least;
    if (truth !== Truth.NO) possible += most;
    if (byState === Truth.NO && held(ownership.bounds, at) === Truth.YES) others += least;
    if (ownership.share === null && (ownership.shareAtLeast ?? 0) >= 50) majority = anyOf([majority, truth]);
  }
  const byShares = certain > 50 ? Truth.YES : Math.min(possible, 100 - others) > 50 ? Truth.POSSIBLY : Truth.NO;
  const called = stateCompany === null ? Truth.NO : held(stateCompany, at);
  return anyOf([byShares, majority, called]);
}
