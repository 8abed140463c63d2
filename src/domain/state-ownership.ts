import { addToList } from "./add-to-list.js";
import type { Organization } from "./organization.js";
import type { Ownership } from "./ownership.js";
import { type Interval, held, touched } from "./period.js";
import { Truth, allOf, anyOf } from "./truth.js";
import { InstitutionKind } from "./vocabulary.js";

/** Kinds of institution that are the state. */
export const stateKinds: readonly InstitutionKind[] = [
  InstitutionKind.STATE,
  InstitutionKind.MINISTRY,
  InstitutionKind.PUBLIC_AGENCY,
  InstitutionKind.ARMED_FORCES,
];

/** Part of the Norwegian state: not a municipality, and not of another country. */
export function isState({ institutionKind, country }: Pick<Organization, "institutionKind" | "country">): boolean {
  return (
    institutionKind !== null && stateKinds.includes(institutionKind) && (country === null || country === "place/norway")
  );
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

/** An organization, and who held how much of it. */
export interface Company {
  readonly organization: Pick<Organization, "bounds" | "stateCompany" | "institutionKind" | "country">;
  readonly owners: readonly (Holding["ownership"] & Pick<Ownership, "owner">)[];
}

/**
 * Which of the organizations the state held over half of, itself or through companies in which it held over half. An
 * owner that is none of them is not the state's. Companies that own each other are not the state's for that alone: the
 * answer is the least one that agrees with itself.
 */
export function stateOwnedAmong(companies: ReadonlyMap<string, Company>, at: Interval): ReadonlyMap<string, Truth> {
  const truths = new Map<string, Truth>();
  const byState = (id: string): Truth => {
    const company = companies.get(id);
    return company !== undefined && isState(company.organization) ? Truth.YES : (truths.get(id) ?? Truth.NO);
  };
  // A truth only rises when those of owners do, so that this ends.
  for (let risen = true; risen;) {
    risen = false;
    for (const [id, { organization, owners }] of companies) {
      const holdings = owners.map((ownership) => ({ ownership, byState: byState(ownership.owner) }));
      const truth = stateOwned(holdings, organization, at);
      if (truth === (truths.get(id) ?? Truth.NO)) continue;
      truths.set(id, truth);
      risen = true;
    }
  }
  return truths;
}

/**
 * Those of the organizations that the state may have held over half of at some time, the state's own included. Dates
 * are left aside: all others were never the state's, so that only these need be looked at on a day.
 */
export function possiblyEverStateOwned(companies: ReadonlyMap<string, Company>): ReadonlySet<string> {
  const ownedBy = new Map<string, string[]>();
  for (const [owned, { owners }] of companies) {
    for (const { owner } of owners) addToList(ownedBy, owner, owned);
  }
  const found = new Set<string>();
  for (const [id, { organization }] of companies) {
    if (isState(organization) || organization.stateCompany !== null) found.add(id);
  }
  // A set goes on to what is added while it is gone through.
  for (const owner of found) {
    for (const owned of ownedBy.get(owner) ?? []) {
      if (!found.has(owned) && mayHoldOverHalf(companies.get(owned), found)) found.add(owned);
    }
  }
  return found;
}

function mayHoldOverHalf(company: Company | undefined, owners: ReadonlySet<string>): boolean {
  const holdings = (company?.owners ?? []).filter(({ owner }) => owners.has(owner));
  const most = holdings.reduce((sum, { share, shareAtMost }) => sum + (share ?? shareAtMost ?? 100), 0);
  return most > 50 || holdings.some(({ share, shareAtLeast }) => share === null && (shareAtLeast ?? 0) >= 50);
}
