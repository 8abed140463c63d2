import { addToList } from "../../domain/add-to-list.js";
import { kindOf } from "../../domain/id.js";
import { type Bounds, type Interval, boundsOf, parseInterval, parsePeriod } from "../../domain/period.js";
import type { Records } from "../compiled.js";

const relations = [
  "ownerships",
  "placements",
  "locations",
  "supplies",
  "collaborations",
  "memberships",
  "fundings",
  "technologyTransfers",
  "roles",
] as const;

/**
 * When the source shows each organization in being, beside what its own record says: cells that count something of
 * it at a date, and relations observed at a date, which attest both their ends.
 */
function observedOrganizations(records: Records): ReadonlyMap<string, readonly Interval[]> {
  const observed = new Map<string, Interval[]>();
  const add = (id: string, dates: readonly string[]): void => {
    if (dates.length > 0) addToList(observed, id, ...dates.map(parseInterval));
  };
  for (const section of ["firms", "institutions", "units", "groups"] as const) {
    for (const record of records[section]) add(record.id, record.observed ?? []);
  }
  for (const { organization, period, value } of records.observations) {
    // A change over a period shows nothing of the time between; nothing counted shows nothing in being.
    if (organization !== undefined && !/[/~?%]/.test(period) && value !== 0) add(organization, [period]);
  }
  for (const section of relations) {
    for (const record of records[section]) {
      if (record.observed === undefined) continue;
      for (const end of organizationsOf(record)) add(end, record.observed);
    }
  }
  return observed;
}

/** When each organization existed, with what is observed worked in. */
export function existenceBounds(records: Records): ReadonlyMap<string, Bounds> {
  const observed = observedOrganizations(records);
  const organizations = [...records.firms, ...records.institutions, ...records.units, ...records.groups];
  return new Map(organizations.map(({ id, existence }) => [id, boundsOf(parsePeriod(existence), observed.get(id))]));
}

const organizationKinds: ReadonlySet<string | null> = new Set(["FIRM", "INSTITUTION", "UNIT", "GROUP"]);

function organizationsOf(record: object): string[] {
  const ends = Object.values(record).flatMap((value: unknown) =>
    Array.isArray(value) ? (value as unknown[]) : [value],
  );
  return ends.filter((value) => typeof value === "string" && organizationKinds.has(kindOf(value))) as string[];
}
