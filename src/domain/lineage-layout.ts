/** The first and the last year in which something may have been; null where that is not known. */
interface Years {
  readonly earliestYear: number | null;
  readonly latestYear: number | null;
}

/** What an organization has to tell to be drawn among its family. */
export interface Relative {
  readonly id: string;
  readonly label: string;
  readonly existence: { readonly edtf: string; readonly start: Years | null; readonly end: Years | null };
  readonly owners: readonly { readonly period: { readonly start: Years | null } | null }[];
  readonly origins: readonly { readonly date: Years | null; readonly predecessor: { readonly id: string } }[];
}

type OriginOf<Member extends Relative> = Member["origins"][number];

/** A stretch of years, each end between an earliest and a latest year. */
interface Lifetime {
  readonly from: readonly [earliest: number, latest: number];
  readonly to: readonly [earliest: number, latest: number];
  /** Whether the source says that it goes on. */
  readonly goesOn: boolean;
}

/** One organization of a family in its lane, counted from the top. */
export interface Lane<Member extends Relative> {
  readonly member: Member;
  readonly lane: number;
  readonly life: Lifetime;
}

/** One organization that came out of another. */
export interface Branch<Member extends Relative> {
  readonly from: Lane<Member>;
  readonly to: Lane<Member>;
  readonly year: number;
  readonly descent: OriginOf<Member>;
}

interface Layout<Member extends Relative> {
  readonly lanes: readonly Lane<Member>[];
  readonly branches: readonly Branch<Member>[];
  readonly firstYear: number;
  readonly lastYear: number;
  /** Where most of what happened did so late on the axis, the year that it can begin with; else `firstYear`. */
  readonly busyFrom: number;
}

function middle(date: Years | null): number | null {
  const [earliest, latest] = [date?.earliestYear ?? null, date?.latestYear ?? null];
  return earliest === null || latest === null ? (earliest ?? latest) : Math.round((earliest + latest) / 2);
}

/**
 * One lane for each member of a family: what came out of a member stands below it, in the order in which it came, so
 * that a branch crosses only what came out of the same member before it. A member that came out of several stands
 * below the one that is drawn first, and those of the others that came out of nothing themselves stand above it, too.
 *
 * @param present The year up to which the sources tell.
 */
export function layOut<Member extends Relative>(members: readonly Member[], present: number): Layout<Member> {
  const byId = new Map(members.map((member) => [member.id, member]));
  const inside = (member: Member): OriginOf<Member>[] =>
    member.origins.filter(({ predecessor }) => byId.has(predecessor.id));
  const successors = new Map<string, Member[]>();
  for (const member of members) {
    for (const id of new Set(inside(member).map(({ predecessor }) => predecessor.id))) {
      successors.set(id, [...(successors.get(id) ?? []), member]);
    }
  }
  const beginnings = new Map<string, number>();
  const offshootYears = new Map<string, number>();
  for (const { date, predecessor } of members.flatMap(inside)) {
    const year = middle(date);
    if (year !== null) offshootYears.set(predecessor.id, Math.min(year, offshootYears.get(predecessor.id) ?? year));
  }
  /** The first year told of it, or of what came out of it, or else the first in which it can have come out of another. */
  const beginning = (member: Member): number => {
    const known = beginnings.get(member.id);
    if (known !== undefined) return known;
    // Against cycles.
    beginnings.set(member.id, present);
    const predecessors = inside(member).flatMap(({ predecessor }) => byId.get(predecessor.id) ?? []);
    const found =
      firstYearOf(member) ??
      offshootYears.get(member.id) ??
      Math.min(present, ...predecessors.map((each) => lastYearOf(each) ?? beginning(each)));
    beginnings.set(member.id, found);
    return found;
  };
  const earlier = (a: Member, b: Member): number => beginning(a) - beginning(b) || (a.label < b.label ? -1 : 1);

  const order: Member[] = [];
  const placed = new Set<string>();
  const place = (member: Member): void => {
    if (placed.has(member.id)) return;
    placed.add(member.id);
    // What else it came out of stands beside what it is drawn below.
    const others = inside(member)
      .flatMap(({ predecessor }) => byId.get(predecessor.id) ?? [])
      .filter((each) => inside(each).length === 0 && !placed.has(each.id));
    for (const each of others) placed.add(each.id);
    order.push(...new Set(others), member);
    for (const each of [member, ...others]) {
      for (const next of (successors.get(each.id) ?? []).toSorted(earlier)) place(next);
    }
  };
  for (const root of members.filter((member) => inside(member).length === 0).toSorted(earlier)) place(root);
  // What is left are cycles, which the source may have where it disputes.
  for (const member of members.toSorted(earlier)) place(member);

  const lanes = order.map((member, lane): Lane<Member> => ({
    member,
    lane,
    life: lifetimeOf(member, beginning(member), present),
  }));
  const laneOf = new Map(lanes.map((lane) => [lane.member.id, lane]));
  const branches = lanes.flatMap((to) =>
    inside(to.member).flatMap((descent): Branch<Member>[] => {
      const from = laneOf.get(descent.predecessor.id);
      return from === undefined ? [] : [{ from, to, descent, year: middle(descent.date) ?? to.life.from[0] }];
    }),
  );
  const years = [...lanes.map(({ life }) => life.from[0]), ...branches.map(({ year }) => year)];
  const firstYear = Math.min(...years, present - 10);
  return { lanes, branches, firstYear, lastYear: present, busyFrom: busyFrom(branches, firstYear, present) };
}

function busyFrom(branches: readonly { readonly year: number }[], first: number, last: number): number {
  const late = last - (last - first) / 3;
  const lateYears = branches.map(({ year }) => year).filter((year) => year >= late);
  return lateYears.length * 2 > branches.length ? Math.max(first, Math.floor(Math.min(...lateYears) / 10) * 10) : first;
}

function firstYearOf({ existence, origins, owners }: Relative): number | null {
  const told = [
    existence.start?.earliestYear,
    ...origins.map(({ date }) => middle(date)),
    ...owners.map(({ period }) => period?.start?.earliestYear),
  ];
  return told.find((year) => year != null) ?? null;
}

function lastYearOf({ existence }: Relative): number | null {
  return existence.end?.latestYear ?? null;
}

function lifetimeOf({ existence }: Relative, beginning: number, present: number): Lifetime {
  const { start, end, edtf } = existence;
  const goesOn = edtf.endsWith("/..");
  return {
    // Where no beginning is told, all of it is vague.
    from: [start?.earliestYear ?? beginning, start?.latestYear ?? start?.earliestYear ?? present],
    to: [end?.earliestYear ?? (goesOn ? present : beginning), end?.latestYear ?? present],
    goesOn,
  };
}

/** The year, or the one nearest to it in a lifetime: the source may date a birth and what came of it differently. */
export function withinLife({ from, to }: Lifetime, year: number): number {
  return Math.max(from[0], Math.min(to[1], year));
}
