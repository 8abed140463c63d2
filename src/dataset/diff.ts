import microdiff from "microdiff";
import type { CompiledDataset, Records } from "./compiled.js";
import type { RecordOf, SectionName } from "./schema/file.js";

type Value = unknown;

/** A field with another value than before; undefined where the field was not there, or is no longer. */
export interface FieldChange {
  /** Keys and indices that lead to the field: `names`, 0, `period`. */
  readonly path: readonly (string | number)[];
  readonly before: Value;
  readonly after: Value;
}

export interface RecordChange {
  /** What tells the record from others of its list: `firm/sensonor`, or `firm/a → firm/b`. */
  readonly key: string;
  readonly fields: readonly FieldChange[];
}

interface SectionDiff {
  readonly added: readonly object[];
  readonly removed: readonly object[];
  readonly changed: readonly RecordChange[];
}

export interface DatasetDiff {
  /** Versions: the same where nothing differs but the order of files, records and keys. */
  readonly before: string;
  readonly after: string;
  /** Only the lists in which something differs. */
  readonly sections: Readonly<Partial<Record<SectionName, SectionDiff>>>;
}

type Fields<Name extends SectionName> = readonly (keyof RecordOf<Name> & string)[];
type WithoutId = { [Name in SectionName]: RecordOf<Name> extends { id: string } ? never : Name }[SectionName];

/** What tells records from each other that have no id. Several can have the same; then the most alike are one. */
const identities: { readonly [Name in WithoutId]: Fields<Name> } = {
  phaseMemberships: ["phase"],
  descents: ["predecessor", "successor"],
  ownerships: ["owner", "owned"],
  placements: ["unit", "parent"],
  locations: ["organization", "place"],
  supplies: ["supplier", "customer"],
  collaborations: ["parties"],
  memberships: ["member", "body"],
  fundings: ["funder", "recipient"],
  technologyTransfers: ["from", "recipient"],
  roles: ["person", "organization"],
  claims: ["subject", "property"],
  redirects: ["from"],
};

type Plain = Readonly<Record<string, Value>>;

/**
 * What differs between two versions of a dataset: records added, removed and changed, field by field. Records are the
 * same by their id, be it redirected to another since, or by what they relate. Where a record is stated does not count.
 */
export function diffDatasets(before: CompiledDataset, after: CompiledDataset): DatasetDiff {
  const redirects = new Map(after.records.redirects.map(({ from, to }) => [from, to]));
  const sections = (Object.keys(after.records) as SectionName[]).flatMap((name) => {
    const diff = diffSection(name, plain(before.records[name]), plain(after.records[name]), redirects);
    return diff === null ? [] : [[name, diff] as const];
  });
  return { before: before.version, after: after.version, sections: Object.fromEntries(sections) };
}

/** The words that a record is known by: its id, or the ids that it relates. */
export function keyOf(name: SectionName, record: object): string {
  const fields: readonly string[] = name in identities ? identities[name as WithoutId] : ["id"];
  return fields.map((field) => [(record as Plain)[field]].flat().join(", ")).join(" → ");
}

function plain(records: Records[SectionName]): Plain[] {
  return records.map(({ statedAt: _statedAt, ...record }) => record as Plain);
}

function diffSection(
  name: SectionName,
  before: readonly Plain[],
  after: readonly Plain[],
  redirects: ReadonlyMap<string, string>,
): SectionDiff | null {
  const known = new Set(after.map((record) => keyOf(name, record)));
  const old = byKey(before, (record) => {
    const key = keyOf(name, record);
    const led = redirects.get(key);
    return !known.has(key) && led !== undefined && known.has(led) ? led : key;
  });
  const added: Plain[] = [];
  const changed: RecordChange[] = [];
  for (const [key, records] of byKey(after, (record) => keyOf(name, record))) {
    const rest = [...(old.get(key) ?? [])];
    // What is the same is itself; of the others, each takes the one that differs from it in the fewest fields.
    const others = records.filter((record) => !takeSame(rest, record));
    for (const record of others) {
      const [index, fields] = nearest(rest, record);
      if (fields === null) {
        added.push(record);
      } else {
        rest.splice(index, 1);
        changed.push({ key, fields });
      }
    }
    old.set(key, rest);
  }
  const removed = [...old.values()].flat();
  return added.length + removed.length + changed.length === 0 ? null : { added, removed, changed };
}

function byKey(records: readonly Plain[], key: (record: Plain) => string): Map<string, readonly Plain[]> {
  const groups = new Map<string, Plain[]>();
  for (const record of records) groups.set(key(record), [...(groups.get(key(record)) ?? []), record]);
  return groups;
}

function takeSame(records: Plain[], record: Plain): boolean {
  const index = records.findIndex((each) => fieldChanges(each, record).length === 0);
  if (index !== -1) records.splice(index, 1);
  return index !== -1;
}

function nearest(records: readonly Plain[], record: Plain): readonly [number, readonly FieldChange[] | null] {
  let found: readonly [number, readonly FieldChange[] | null] = [-1, null];
  for (const [index, each] of records.entries()) {
    const changes = fieldChanges(each, record);
    if (found[1] === null || changes.length < found[1].length) found = [index, changes];
  }
  return found;
}

function fieldChanges(before: Plain, after: Plain): FieldChange[] {
  return microdiff(before, after).map((change) => ({
    path: change.path,
    before: change.type === "CREATE" ? undefined : (change.oldValue as Value),
    after: change.type === "REMOVE" ? undefined : (change.value as Value),
  }));
}
