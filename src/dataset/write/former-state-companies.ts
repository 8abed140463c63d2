import { type Company, isState, possiblyEverStateOwned, stateOwnedAmong } from "../../domain/state-ownership.js";
import { AFTER_ALL, BEFORE_ALL, type Day } from "../../domain/day.js";
import { parsePeriod } from "../../domain/period.js";
import { Truth } from "../../domain/truth.js";
import type { Records } from "../compiled.js";

/**
 * Companies that were state-owned at some time, and since then ended, were broken up or sold; one that was the state's
 * to its end is one, too.
 */
export function formerStateCompanies(records: Records, companies: ReadonlyMap<string, Company>): ReadonlySet<string> {
  const brokenUp = new Set(
    records.events
      .filter(({ kind }) => kind === "BREAK_UP")
      .flatMap(({ participants }) => participants.filter(({ role }) => role === "PREDECESSOR").map(({ node }) => node)),
  );
  const ever = possiblyEverStateOwned(companies);
  const candidates = new Map([...companies].filter(([id]) => ever.has(id)));
  const truthsOn = new Map<Day, ReadonlyMap<string, Truth>>();
  const stateOwnedOn = (day: Day, id: string): Truth => {
    const truths = truthsOn.get(day) ?? stateOwnedAmong(candidates, { first: day, last: day, uncertain: false });
    truthsOn.set(day, truths);
    return truths.get(id) ?? Truth.NO;
  };

  const former = new Set<string>();
  for (const { id, existence } of [...records.firms, ...records.units]) {
    if (!ever.has(id)) continue;
    const { organization, owners } = companies.get(id) as Company;
    // A holding of over half that is dated too vaguely for any day to be certain was nevertheless held at some time.
    const overHalf = owners.some(({ owner, share, shareAtLeast }) => {
      const body = companies.get(owner)?.organization;
      return body !== undefined && isState(body) && ((share ?? 0) > 50 || (shareAtLeast ?? 0) >= 50);
    });
    const once =
      organization.stateCompany !== null ||
      overHalf ||
      daysOfChange(id, companies).some((day) => stateOwnedOn(day, id) === Truth.YES);
    if (!once) continue;
    const ended = parsePeriod(existence).end !== null || brokenUp.has(id);
    const sold = owners.length > 0 && stateOwnedOn(dayAfterAll(owners), id) === Truth.NO;
    if (ended || sold) former.add(id);
  }
  return former;
}

/** Days on which state ownership may have changed: the ends of the holdings, up the chains of owners. */
function daysOfChange(id: string, companies: ReadonlyMap<string, Company>): readonly Day[] {
  const days = new Set<Day>();
  const above = new Set([id]);
  for (const each of above) {
    const company = companies.get(each);
    const called = company?.organization.stateCompany;
    for (const bounds of [called, ...(company?.owners ?? []).map((ownership) => ownership.bounds)]) {
      if (bounds) days.add(bounds.heldFrom).add(bounds.heldTo);
    }
    // A set goes on to what is added while it is gone through.
    for (const { owner } of company?.owners ?? []) above.add(owner);
  }
  return [...days];
}

/** The day after the last change that the dataset knows of among the holdings. */
function dayAfterAll(owners: Company["owners"]): Day {
  const ends = owners.flatMap(({ bounds }) => [bounds.startLatest, bounds.endLatest, bounds.heldTo]);
  return Math.max(...ends.filter((day) => BEFORE_ALL < day && day < AFTER_ALL), BEFORE_ALL) + 1;
}
