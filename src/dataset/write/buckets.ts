// Long lists are read by buckets: an embedded engine's indexes serve equality only, so that the first page of a register
// in order would sort all of it. Each organization carries the bucket in which it stands in each list, as
// `<id of the list>|<number>`; a list is the dataset or a town, whose node says how many buckets there are. Events,
// people and observations have one list each, of all of them, and so do the gaps of events: those of organizations are
// listed by them.
import { addToList } from "../../domain/add-to-list.js";
import type { Properties } from "./properties.js";

/** What organizations are sorted by, under the names of their properties. */
export interface SortKeys {
  readonly id: string;
  readonly town: string | undefined;
  readonly sortName: string;
  /** Of what is unknown, later than all others. */
  readonly sortFounded: number;
  /** Of what is unknown, earlier than all others. */
  readonly startEarliest: number;
  readonly descendantCount: number;
}

export interface Buckets {
  /** What an organization is sorted by, and the buckets in which it stands. */
  readonly of: (id: string) => Properties;
  /** How many buckets a list has in its orders: of the dataset or a town. */
  readonly counts: (list: string) => Properties;
}

/** How many stand in a bucket: a page and some to spare. A town's list is shorter, and so are its pages. */
const sizes = { dataset: 512, town: 32 } as const;

/** The bucket of what comes at an index of a list of all that is read in one direction. */
export function bucketAt(index: number): string {
  return `dataset|${Math.floor(index / sizes.dataset)}`;
}

export function bucketCount(length: number): number {
  return Math.ceil(length / sizes.dataset);
}

interface Order {
  readonly property: string;
  readonly compare: (a: SortKeys, b: SortKeys) => number;
  /** Whether the order is read in both directions: then equal keys, whose ids ascend in either, stand in one bucket. */
  readonly together?: (a: SortKeys, b: SortKeys) => boolean;
}

const byId = (a: SortKeys, b: SortKeys): number => (a.id < b.id ? -1 : 1);
const byName: Order = {
  property: "nameBucket",
  compare: (a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : byId(a, b)),
  together: (a, b) => a.sortName === b.sortName,
};
const orders: readonly Order[] = [
  byName,
  { property: "foundedBucket", compare: (a, b) => a.sortFounded - b.sortFounded || byId(a, b) },
  { property: "foundedLastBucket", compare: (a, b) => b.startEarliest - a.startEarliest || byId(a, b) },
  { property: "descendantsBucket", compare: (a, b) => b.descendantCount - a.descendantCount || byId(a, b) },
];

export function bucketsOf(organizations: readonly SortKeys[]): Buckets {
  const placed = new Map<string, Record<string, string | number>>();
  for (const { id, sortName, sortFounded, startEarliest, descendantCount } of organizations) {
    placed.set(id, { sortName, sortFounded, startEarliest, descendantCount });
  }
  const counts = new Map<string, Record<string, number>>();
  const fill = (list: string, members: readonly SortKeys[], size: number, property: string, order: Order): void => {
    let bucket = 0;
    // One text for all that stand in it, as a register has millions of places in buckets.
    let name = `${list}|${bucket}`;
    let held = 0;
    let last: SortKeys | null = null;
    for (const each of members.toSorted(order.compare)) {
      if (held >= size && (last === null || order.together?.(last, each) !== true)) {
        bucket++;
        name = `${list}|${bucket}`;
        held = 0;
      }
      (placed.get(each.id) as Record<string, string | number>)[property] = name;
      held++;
      last = each;
    }
    const known = counts.get(list) ?? {};
    known[`${property}s`] = bucket + 1;
    counts.set(list, known);
  };
  for (const order of orders) fill("dataset", organizations, sizes.dataset, order.property, order);
  const byTown = new Map<string, SortKeys[]>();
  for (const each of organizations) {
    if (each.town !== undefined) addToList(byTown, each.town, each);
  }
  for (const [town, members] of byTown) fill(town, members, sizes.town, "townNameBucket", byName);
  return { of: (id) => placed.get(id) ?? {}, counts: (list) => counts.get(list) ?? {} };
}
