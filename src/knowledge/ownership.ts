import { type Ownership } from "../domain/ownership.js";
import type { Organization } from "../domain/organization.js";
import { type Interval, held } from "../domain/period.js";
import { type Company, stateKinds, stateOwnedAmong } from "../domain/state-ownership.js";
import { Truth } from "../domain/truth.js";
import type { Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { entitiesByIds } from "./entity.js";
import { text } from "./properties.js";
import { allRelated, holdings, owners } from "./relations.js";

const stateSeeds = statement("ownership/state-seeds");
const allOwners = statement("ownership/all-owners");

/** Organizations that the state held over half of at a date, certainly or (unless `certainly`) possibly. */
export async function stateOwnedIds(reader: Reader, at: Interval, certainly: boolean): Promise<string[]> {
  const seeds = (await reader.read(stateSeeds, { kinds: stateKinds })).map((row) => text(row, "id"));
  const reached = new Set(seeds);
  for (let level = seeds; level.length > 0;) {
    const below = (await allRelated(reader, holdings, level)).filter(({ item }) => held(item.bounds, at) !== Truth.NO);
    level = [...new Set(below.map(({ item }) => item.owned))].filter((id) => !reached.has(id));
    for (const id of level) reached.add(id);
  }
  const organizations = await entitiesByIds(reader, [...reached]);
  const ownersOf = await reader.ask(owners, [...reached]);
  const companies = new Map<string, Company>(
    [...organizations].map(([id, organization]) => [
      id,
      { organization: organization as Organization, owners: ownersOf.get(id)?.items ?? [] },
    ]),
  );
  return [...stateOwnedAmong(companies, at)]
    .filter(([, truth]) => truth === Truth.YES || (truth === Truth.POSSIBLY && !certainly))
    .map(([id]) => id)
    .toSorted();
}

/** What the last owner up a chain has to be; a condition that is null is not one. */
export interface UltimateOwner {
  /** Ids of organizations or people that it has to be among. */
  readonly among: readonly string[] | null;
  readonly countries: readonly string[] | null;
  /** Whether it has to be from another country than the organization at the end of the chain. */
  readonly foreign: boolean | null;
  /** Percent: the least product of the shares along the chain. */
  readonly minShare: number | null;
}

/**
 * Organizations at the end of a chain of holdings at a date, whose last owner fulfils the conditions. A share that is
 * not known is at its bounds: the least one where the answer has to be certain, else the greatest.
 */
export async function ultimatelyOwnedIds(
  reader: Reader,
  { among, countries, foreign, minShare }: UltimateOwner,
  at: Interval,
  certainly: boolean,
): Promise<string[]> {
  const candidates = among ?? (await reader.read(allOwners)).map((row) => text(row, "id"));
  const ownersOf = await reader.ask(owners, candidates);
  const isOwned = (id: string): boolean =>
    ownersOf.get(id)?.items.some(({ bounds }) => held(bounds, at) !== Truth.NO) === true;
  const last = candidates.filter((id) => !isOwned(id));
  const countryOf = await countriesOf(reader, last);

  // The best product of shares by which an organization is held, by the country of the last owner.
  const best = new Map<string, Map<string, number>>();
  let level: { readonly id: string; readonly country: string; readonly share: number }[] = last
    .map((id) => ({ id, country: countryOf.get(id) ?? "", share: 100 }))
    .filter(({ country }) => countries === null || countries.includes(country));
  while (level.length > 0) {
    const below = await allRelated(reader, holdings, [...new Set(level.map(({ id }) => id))]);
    const next: typeof level = [];
    for (const { key, item } of below) {
      const truth = held(item.bounds, at);
      if (truth === Truth.NO || (certainly && truth !== Truth.YES)) continue;
      for (const { country, share } of level.filter(({ id }) => id === key)) {
        const product = (share * shareOf(item, certainly)) / 100;
        const known = best.get(item.owned) ?? new Map<string, number>();
        if ((known.get(country) ?? -1) >= product) continue;
        best.set(item.owned, known.set(country, product));
        next.push({ id: item.owned, country, share: product });
      }
    }
    level = next;
  }
  const countryOfOwned = await countriesOf(reader, [...best.keys()]);
  return [...best]
    .filter(([id, byCountry]) =>
      [...byCountry].some(([country, share]) => {
        if (share < (minShare ?? 0)) return false;
        const own = countryOfOwned.get(id) ?? "";
        return foreign === null || (own !== "" && country !== "" && (own !== country) === foreign);
      }),
    )
    .map(([id]) => id)
    .toSorted();
}

function shareOf({ share, shareAtLeast, shareAtMost }: Ownership, certainly: boolean): number {
  return share ?? (certainly ? (shareAtLeast ?? 0) : (shareAtMost ?? 100));
}

async function countriesOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await entitiesByIds(reader, ids);
  return new Map(
    [...found].flatMap(([id, entity]) =>
      "country" in entity && entity.country !== null ? [[id, entity.country]] : [],
    ),
  );
}
