import { addToList } from "../../domain/add-to-list.js";
import { type Bounds, boundsOf, limitedTo, parseInterval, parsePeriod, undated } from "../../domain/period.js";
import type { Company } from "../../domain/state-ownership.js";
import type { Records } from "../compiled.js";

/** All organizations of a dataset with their owners, as they are in the graph. */
export function companiesOf(records: Records, existence: ReadonlyMap<string, Bounds>): ReadonlyMap<string, Company> {
  const owners = new Map<string, Company["owners"][number][]>();
  for (const { owner, owned, share, shareAtLeast, shareAtMost, period, observed } of records.ownerships) {
    const stated = boundsOf(period === undefined ? undated : parsePeriod(period), observed?.map(parseInterval));
    const ends = [owner, owned].flatMap((end) => existence.get(end) ?? []);
    const ownership = {
      owner,
      share: share ?? null,
      shareAtLeast: shareAtLeast ?? null,
      shareAtMost: shareAtMost ?? null,
      bounds: limitedTo(stated, ends),
    };
    addToList(owners, owned, ownership);
  }
  const institutionKinds = new Map(records.institutions.map(({ id, kind }) => [id, kind]));
  const organizations = [...records.firms, ...records.institutions, ...records.units, ...records.groups];
  return new Map(
    organizations.map(({ id, existence: stated, stateCompany, country }) => [
      id,
      {
        organization: {
          bounds: existence.get(id) ?? boundsOf(parsePeriod(stated)),
          stateCompany: stateCompany === undefined ? null : boundsOf(parsePeriod(stateCompany.period ?? stated)),
          institutionKind: institutionKinds.get(id) ?? null,
          country: country ?? null,
        },
        owners: owners.get(id) ?? [],
      },
    ]),
  );
}
