import type { Organization } from "../../domain/organization.js";
import type { Ownership } from "../../domain/ownership.js";
import { type Interval, held } from "../../domain/period.js";
import { type Company, stateOwnedAmong } from "../../domain/state-ownership.js";
import { Truth, allOf } from "../../domain/truth.js";
import type { Loaders } from "../../loaders/loaders.js";
import { ErrorCode, RequestError } from "../error.js";

/** Owners above owners, up to one that nobody is known to own. */
export interface Chain {
  readonly links: readonly Ownership[];
  readonly owner: string;
  readonly holds: Truth;
  /** Percent: the product along the links; null where one is unknown. */
  readonly share: number | null;
  /** Percent: the product of the shares or, where one is unknown, its lower bound; null where a link has neither. */
  readonly shareAtLeast: number | null;
}

/** Firms that own each other have more chains than anyone can read, and may have more than there is room for. */
const chainLimit = 1_000;

/** The chains of owners above an organization at a date, the strongest truth and then the least ids first. */
export async function ownershipChains(loaders: Loaders, id: string, at: Interval): Promise<readonly Chain[]> {
  const ended: Chain[] = [];
  let growing: { readonly links: readonly Ownership[]; readonly top: string }[] = [{ links: [], top: id }];
  while (growing.length > 0) {
    const owners = await loaders.owners.loadMany(growing.map(({ top }) => top));
    const next: typeof growing = [];
    for (const [index, { links, top }] of growing.entries()) {
      const above = owners[index] ?? [];
      const below = new Set([id, ...links.map(({ owner }) => owner)]);
      const holding = above.filter((each) => held(each.bounds, at) !== Truth.NO && !below.has(each.owner));
      if (holding.length > 0) next.push(...holding.map((each) => ({ links: [...links, each], top: each.owner })));
      else if (links.length > 0) ended.push(chainOf(links, top, at));
    }
    growing = next;
    if (growing.length + ended.length > chainLimit) {
      throw new RequestError(
        ErrorCode.LIMIT_EXCEEDED,
        `expected at most ${chainLimit} chains of owners above ${id}; got more`,
      );
    }
  }
  return ended.toSorted(
    (a, b) => Number(b.holds === Truth.YES) - Number(a.holds === Truth.YES) || (a.owner < b.owner ? -1 : 1),
  );
}

function chainOf(links: readonly Ownership[], owner: string, at: Interval): Chain {
  const product = (shareOf: (link: Ownership) => number | null): number | null =>
    links.reduce<number | null>((sofar, link) => {
      const share = shareOf(link);
      return sofar === null || share === null ? null : Number(((sofar * share) / 100).toPrecision(12));
    }, 100);
  return {
    links,
    owner,
    holds: allOf(links.map(({ bounds }) => held(bounds, at))),
    share: product(({ share }) => share),
    shareAtLeast: product(({ share, shareAtLeast }) => share ?? shareAtLeast),
  };
}

/** Whether the Norwegian state held over half of an organization at a date, itself or through companies of its own. */
export async function stateOwnedAt(loaders: Loaders, organization: Organization, at: Interval): Promise<Truth> {
  const companies = new Map<string, Company>();
  for (let level: readonly Organization[] = [organization]; level.length > 0;) {
    const owners = await loaders.owners.loadMany(level.map(({ id }) => id));
    const above = new Set<string>();
    for (const [index, each] of level.entries()) {
      const ownerships = owners[index] ?? [];
      const holding = ownerships.filter(({ bounds }) => held(bounds, at) !== Truth.NO);
      companies.set(each.id, { organization: each, owners: holding });
      for (const { owner } of holding) above.add(owner);
    }
    const next = await loaders.entity.loadMany([...above].filter((id) => !companies.has(id)));
    level = next.filter((each): each is Organization => each !== null && "institutionKind" in each);
  }
  return stateOwnedAmong(companies, at).get(organization.id) ?? Truth.NO;
}
