import type { RelativeFragment } from "../generated.js";

export type Descent = RelativeFragment["origins"][number];

/** A stretch of years, each end between an earliest and a latest year. */
export interface Lifetime {
  readonly from: readonly [earliest: number, latest: number];
  readonly to: readonly [earliest: number, latest: number];
  /** Whether the source says that it goes on. */
  readonly goesOn: boolean;
}

/** One organization of a family in its lane, counted from the top. */
export interface Lane {
  readonly member: RelativeFragment;
  readonly lane: number;
  readonly life: Lifetime;
}

/** One organization that came out of another. */
export interface Branch {
  readonly from: Lane;
  readonly to: Lane;
  readonly year: number;
  readonly descent: Descent;
}

export interface Layout {
  readonly lanes: readonly Lane[];
  readonly branches: readonly Branch[];
  readonly firstYear: number;
  readonly lastYear: number;
}

/** The year up to which the source tells. */
const present = 2005;

function middle(date: Descent["date"]): number | null {
  const [earliest, latest] = [date?.earliestYear ?? null, date?.latestYear ?? null];
  return earliest === null || latest === null ? (earliest ?? latest) : Math.round((earliest + latest) / 2);
}

/**
 * One lane for each member of a family: what came out of a member stands below it, in the order in which it came, so
 * that a branch crosses only what came out of the same member before it. A member that came out of several stands
 * below the one that is drawn first.
 */
export function layOut(members: readonly RelativeFragment[]): Layout {
  const byId = new Map(members.map((member) => [member.id, member]));
  const inside = (member: RelativeFragment): Descent[] =>
    member.origins.filter(({ predecessor }) => byId.has(predecessor.id));
  const successors = new Map<string, RelativeFragment[]>();
  for (const member of members) {
    for (const id of new Set(inside(member).map(({ predecessor }) => predecessor.id))) {
      successors.set(id, [...(successors.get(id) ?? []), member]);
    }
  }
  const beginnings = new Map<string, number>();
  /** The first year that is told of it; where none is, the first in which it can have come out of another. */
  const beginning = (member: RelativeFragment): number => {
    const known = beginnings.get(member.id);
    if (known !== undefined) return known;
    // Against cycles.
    beginnings.set(member.id, present);
    const predecessors = inside(member).flatMap(({ predecessor }) => byId.get(predecessor.id) ?? []);
    const found =
      firstYearOf(member) ?? Math.min(present, ...predecessors.map((each) => lastYearOf(each) ?? beginning(each)));
    beginnings.set(member.id, found);
    return found;
  };
  const earlier = (a: RelativeFragment, b: RelativeFragment): number =>
    beginning(a) - beginning(b) || (a.label < b.label ? -1 : 1);

  const order: RelativeFragment[] = [];
  const placed = new Set<string>();
  const place = (member: RelativeFragment): void => {
    if (placed.has(member.id)) return;
    placed.add(member.id);
    order.push(member);
    for (const next of (successors.get(member.id) ?? []).toSorted(earlier)) place(next);
  };
  for (const root of members.filter((member) => inside(member).length === 0).toSorted(earlier)) place(root);
  // What is left are cycles, which the source may have where it disputes.
  for (const member of members.toSorted(earlier)) place(member);

  const lanes = order.map((member, lane): Lane => ({ member, lane, life: lifetimeOf(member, beginning(member)) }));
  const laneOf = new Map(lanes.map((lane) => [lane.member.id, lane]));
  const branches = lanes.flatMap((to) =>
    inside(to.member).flatMap((descent): Branch[] => {
      const from = laneOf.get(descent.predecessor.id);
      return from === undefined ? [] : [{ from, to, descent, year: middle(descent.date) ?? to.life.from[0] }];
    }),
  );
  const years = [...lanes.map(({ life }) => life.from[0]), ...branches.map(({ year }) => year)];
  return { lanes, branches, firstYear: Math.min(...years, present - 10), lastYear: present };
}

function firstYearOf({ existence, origins, owners }: RelativeFragment): number | null {
  const told = [
    existence.start?.earliestYear,
    ...origins.map(({ date }) => middle(date)),
    ...owners.map(({ period }) => period?.start?.earliestYear),
  ];
  return told.find((year) => year != null) ?? null;
}

function lastYearOf({ existence }: RelativeFragment): number | null {
  return existence.end?.latestYear ?? null;
}

function lifetimeOf({ existence }: RelativeFragment, beginning: number): Lifetime {
  const { start, end, edtf } = existence;
  const goesOn = edtf.endsWith("/..");
  return {
    // Where no beginning is told, all of it is vague.
    from: [start?.earliestYear ?? beginning, start?.latestYear ?? start?.earliestYear ?? present],
    to: [end?.earliestYear ?? (goesOn ? present : beginning), end?.latestYear ?? present],
    goesOn,
  };
}
