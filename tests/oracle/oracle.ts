// Answers worked out from a dataset's records in the plainest way, by the rules of docs/semantics.md: to hold the service
// against. It imports types only, so that it cannot share a mistake with what it checks.
import type { CompiledDataset } from "../../src/dataset/compiled.js";
import type { RecordOf } from "../../src/dataset/schema/file.js";

type Truth = "YES" | "POSSIBLY" | "NO";
type Certainty = "STATED" | "INFERRED" | "DISPUTED";
type Filter = Readonly<Record<string, unknown>>;

const truths: readonly Truth[] = ["NO", "POSSIBLY", "YES"];
const least = (values: readonly Truth[]): Truth =>
  truths[Math.min(2, ...values.map((each) => truths.indexOf(each)))] ?? "NO";
const greatest = (values: readonly Truth[]): Truth =>
  truths[Math.max(0, ...values.map((each) => truths.indexOf(each)))] ?? "NO";
const opposite = (truth: Truth): Truth => (truth === "YES" ? "NO" : truth === "NO" ? "YES" : "POSSIBLY");
const when = (condition: boolean): Truth => (condition ? "YES" : "NO");

interface Span {
  readonly first: number;
  readonly last: number;
  readonly doubtful: boolean;
}

interface Bounds {
  readonly startFirst: number;
  readonly startLast: number;
  readonly endFirst: number;
  readonly endLast: number;
  readonly heldFrom: number;
  readonly heldTo: number;
  readonly startDoubtful: boolean;
  readonly endDoubtful: boolean;
}

/** In days; years, decades, `~` and `?` are all that the random datasets have. */
function spanOfDate(text: string): Span {
  const doubtful = text.endsWith("?");
  const about = text.endsWith("~") ? 2 : 0;
  const bare = text.replace(/[~?]$/, "");
  const decade = bare.endsWith("X");
  const from = decade ? Number(bare.slice(0, 3)) * 10 : Number(bare);
  const to = decade ? from + 9 : from;
  return { first: Date.UTC(from - about, 0, 1), last: Date.UTC(to + about, 11, 31), doubtful };
}

/** A date in a question, or of a happening: `1960/1980` is some time within, or all of it. */
function spanOf(text: string): Span {
  const [from, to] = text.split("/");
  if (to === undefined) return spanOfDate(text);
  const [first, last] = [spanOfDate(from ?? ""), spanOfDate(to)];
  return { first: first.first, last: last.last, doubtful: first.doubtful || last.doubtful };
}

function boundsOf(period: string, observed: readonly string[]): Bounds {
  const [from = "", to = ""] = period.split("/");
  const dateOf = (text: string): Span | null => (text === "" || text === ".." ? null : spanOfDate(text));
  const [start, end] = [dateOf(from), dateOf(to)];
  const startFirst = start?.first ?? -Infinity;
  const endLast = end?.last ?? Infinity;
  const startLast = from === ".." ? -Infinity : (start?.last ?? endLast);
  const endFirst = to === ".." ? Infinity : (end?.first ?? startFirst);
  const seen = observed.map(spanOfDate);
  const within = (date: Span | null, span: Span): boolean =>
    date !== null && span.first <= date.first && date.last <= span.last;
  const seenFrom = Math.min(
    Infinity,
    ...seen.filter((span) => !within(start, span) && span.first >= startFirst).map(({ first }) => first),
  );
  const seenTo = Math.max(
    -Infinity,
    ...seen.filter((span) => !within(end, span) && span.last <= endLast).map(({ last }) => last),
  );
  return {
    startFirst,
    startLast: Math.min(startLast, seenFrom),
    endFirst: Math.max(endFirst, seenTo),
    endLast,
    heldFrom: Math.min(start?.doubtful === true ? Infinity : startLast, seenFrom),
    heldTo: Math.max(end?.doubtful === true ? -Infinity : endFirst, seenTo),
    startDoubtful: start?.doubtful ?? false,
    endDoubtful: end?.doubtful ?? false,
  };
}

/** A relation holds at most while its ends are there. */
function limited(bounds: Bounds, ends: readonly Bounds[]): Bounds {
  return {
    ...bounds,
    startFirst: Math.min(Math.max(bounds.startFirst, ...ends.map((end) => end.startFirst)), bounds.startLast),
    endLast: Math.max(Math.min(bounds.endLast, ...ends.map((end) => end.endLast)), bounds.endFirst),
  };
}

function held({ startFirst, endLast, heldFrom, heldTo }: Bounds, at: Span): Truth {
  if (endLast < at.first || at.last < startFirst) return "NO";
  return heldFrom <= at.first && at.last <= heldTo && !at.doubtful ? "YES" : "POSSIBLY";
}

function touched({ startFirst, endLast, heldFrom, heldTo }: Bounds, during: Span): Truth {
  if (endLast < during.first || during.last < startFirst) return "NO";
  return heldFrom <= during.last && during.first <= heldTo && !during.doubtful ? "YES" : "POSSIBLY";
}

function happened(date: Span, during: Span): Truth {
  if (date.last < during.first || during.last < date.first) return "NO";
  const certainly = during.first <= date.first && date.last <= during.last;
  return certainly && !date.doubtful && !during.doubtful ? "YES" : "POSSIBLY";
}

export interface Link {
  readonly predecessor: string;
  readonly successor: string;
  readonly mechanism: string;
  readonly continuity: readonly string[];
  readonly date?: string | undefined;
  readonly through?: string | undefined;
  readonly certainty: Certainty;
  readonly derived: boolean;
  readonly sources: readonly string[];
}

interface Along {
  readonly mechanisms?: readonly string[];
  readonly continuity?: readonly string[];
  readonly during?: string;
  readonly minCertainty?: Certainty;
  readonly throughUnits?: boolean;
  readonly excludeSources?: readonly string[];
}

const strengths: readonly Certainty[] = ["DISPUTED", "INFERRED", "STATED"];
const weakest = (values: readonly Certainty[]): Certainty =>
  strengths[Math.min(...values.map((each) => strengths.indexOf(each)))] ?? "DISPUTED";

interface Holding {
  readonly record: RecordOf<"ownerships">;
  readonly bounds: Bounds;
}

type OrganizationRecord = RecordOf<"firms"> | RecordOf<"units"> | RecordOf<"institutions">;

export class Oracle {
  readonly organizations: ReadonlyMap<string, OrganizationRecord>;
  readonly #existence: ReadonlyMap<string, Bounds>;
  readonly #links: readonly Link[];
  readonly #holdings: readonly Holding[];

  constructor({ records }: CompiledDataset) {
    const all: OrganizationRecord[] = [...records.firms, ...records.units, ...records.institutions];
    this.organizations = new Map(all.map((record) => [record.id, record]));
    const seen = (id: string): string[] => [
      ...(this.organizations.get(id)?.observed ?? []),
      ...records.ownerships.flatMap(({ owner, owned, observed }) =>
        [owner, owned].includes(id) ? (observed ?? []) : [],
      ),
      ...records.placements.flatMap(({ unit, parent, observed }) =>
        [unit, parent].includes(id) ? (observed ?? []) : [],
      ),
    ];
    this.#existence = new Map(all.map(({ id, existence }) => [id, boundsOf(existence, seen(id))]));
    this.#holdings = records.ownerships.map((record) => ({
      record,
      bounds: limited(
        boundsOf(record.period ?? "/", record.observed ?? []),
        [record.owner, record.owned].flatMap((id) => this.#existence.get(id) ?? []),
      ),
    }));
    this.#links = linksOf(records.descents, records.placements);
  }

  /** Ids of what fulfils a filter, by id. */
  find(filter: Filter): string[] {
    const enough: readonly Truth[] = filter["certainOnly"] === true ? ["YES"] : ["YES", "POSSIBLY"];
    return [...this.organizations.keys()].filter((id) => enough.includes(this.#fulfils(id, filter))).toSorted();
  }

  /** Every organization on the way down or up, nearest first, with how it is reached. */
  lineage(start: string, direction: "ancestors" | "descendants", along: Along, maxDepth: number) {
    const usable = this.#links.filter((link) => passes(link, along) !== "NO");
    const reached: { id: string; depth: number; certainty: Certainty; alternatives: boolean }[] = [];
    let ways: (readonly Link[])[] = [[]];
    const known = new Set([start]);
    for (let depth = 1; depth <= maxDepth && ways.length > 0; depth++) {
      const longer = ways.flatMap((way) => {
        const last = way.at(-1);
        const at = last === undefined ? start : direction === "descendants" ? last.successor : last.predecessor;
        return usable
          .filter((link) => (direction === "descendants" ? link.predecessor : link.successor) === at)
          .map((link) => [...way, link]);
      });
      const end = (way: readonly Link[]): string =>
        (direction === "descendants" ? way.at(-1)?.successor : way.at(-1)?.predecessor) ?? "";
      ways = longer.filter((way) => !known.has(end(way)));
      for (const id of [...new Set(ways.map(end))].toSorted()) {
        const here = ways.filter((way) => end(way) === id);
        const certainties = here.map((way) => strengths.indexOf(weakest(way.map(({ certainty }) => certainty))));
        reached.push({
          id,
          depth,
          certainty: strengths[Math.max(...certainties)] ?? "DISPUTED",
          alternatives: here.length > 1,
        });
        known.add(id);
      }
    }
    return reached;
  }

  #fulfils(id: string, filter: Filter): Truth {
    const record = this.organizations.get(id) as OrganizationRecord;
    const existence = this.#existence.get(id) as Bounds;
    const conditions = Object.entries(filter).map(([name, given]): Truth => {
      switch (name) {
        case "certainOnly":
          return "YES";
        case "ids":
          return when((given as string[]).includes(id));
        case "kinds":
          return when((given as string[]).includes(id.slice(0, id.indexOf("/")).toUpperCase()));
        case "country":
          return when(record.country === given);
        case "existingAt":
          return held(existence, spanOf(given as string));
        case "foundedDuring":
          return happened(
            { first: existence.startFirst, last: existence.startLast, doubtful: existence.startDoubtful },
            spanOf(given as string),
          );
        case "endedDuring":
          return happened(
            { first: existence.endFirst, last: existence.endLast, doubtful: existence.endDoubtful },
            spanOf(given as string),
          );
        case "stateOwnedAt":
          return this.stateOwned(id, given as string);
        case "and":
          return least((given as Filter[]).map((each) => this.#fulfils(id, each)));
        case "or":
          return greatest((given as Filter[]).map((each) => this.#fulfils(id, each)));
        case "not":
          return opposite(this.#fulfils(id, given as Filter));
        case "descendsFrom":
          return this.#related(id, given as Filter, "up");
        case "ancestorOf":
          return this.#related(id, given as Filter, "down");
        case "ownedBy":
          return (given as Filter)["ultimate"] === true
            ? this.#lastOwner(id, given as Filter)
            : this.#owned(id, given as Filter);
        default:
          throw new Error(`the oracle does not know ${name}`);
      }
    });
    return least(conditions);
  }

  /** The best way: the truths of its links and of what stands at its end. */
  #related(id: string, given: Filter, direction: "up" | "down"): Truth {
    const along = (given["along"] ?? {}) as Along;
    const maxDepth = (given["maxDepth"] ?? this.organizations.size + 1) as number;
    let best: Truth = "NO";
    const walk = (at: string, depth: number, truth: Truth, seen: readonly string[]): void => {
      if (depth > 0) best = greatest([best, least([truth, this.#fulfils(at, given["organization"] as Filter)])]);
      if (depth >= maxDepth || best === "YES") return;
      for (const link of this.#links) {
        const [here, next] =
          direction === "up" ? [link.successor, link.predecessor] : [link.predecessor, link.successor];
        // Going in circles makes nothing truer, but may lead back to where the walk began.
        if (here !== at || seen.includes(next)) continue;
        const passed = least([truth, passes(link, along)]);
        if (passed !== "NO") walk(next, depth + 1, passed, [...seen, next]);
      }
    };
    walk(id, 0, "YES", []);
    return best;
  }

  #owned(id: string, given: Filter): Truth {
    return greatest(
      this.#holdings
        .filter(({ record }) => record.owned === id)
        .map(({ record, bounds }) => {
          const conditions: Truth[] = [];
          if (given["at"] !== undefined) conditions.push(held(bounds, spanOf(given["at"] as string)));
          if (given["minShare"] !== undefined) conditions.push(shareReaches(record, given["minShare"] as number));
          conditions.push(this.#isOwner(record.owner, id, given));
          return least(conditions);
        }),
    );
  }

  /** Chains of holdings up to someone whom nobody possibly owned then. */
  #lastOwner(id: string, given: Filter): Truth {
    const at = spanOf(given["at"] as string);
    const above = (owned: string): Holding[] =>
      this.#holdings.filter(({ record, bounds }) => record.owned === owned && held(bounds, at) !== "NO");
    let best: Truth = "NO";
    const climb = (owned: string, chain: readonly Holding[]): void => {
      for (const holding of above(owned)) {
        const { owner } = holding.record;
        if (chain.some(({ record }) => record.owner === owner)) continue;
        const longer = [...chain, holding];
        if (above(owner).length > 0) climb(owner, longer);
        else {
          const reach = (share: (record: RecordOf<"ownerships">) => number): boolean =>
            longer.reduce((product, { record }) => (product * share(record)) / 100, 100) >=
            ((given["minShare"] ?? 0) as number);
          const shares: Truth = reach(({ share, shareAtLeast }) => share ?? shareAtLeast ?? 0)
            ? "YES"
            : reach(({ share, shareAtMost }) => share ?? shareAtMost ?? 100)
              ? "POSSIBLY"
              : "NO";
          best = greatest([
            best,
            least([shares, ...longer.map(({ bounds }) => held(bounds, at)), this.#isOwner(owner, id, given)]),
          ]);
        }
      }
    };
    climb(id, []);
    return best;
  }

  #isOwner(owner: string, owned: string, given: Filter): Truth {
    const country = this.organizations.get(owner)?.country;
    const own = this.organizations.get(owned)?.country;
    const conditions: Truth[] = [];
    if (given["person"] !== undefined) conditions.push(when(owner === given["person"]));
    if (given["countries"] !== undefined)
      conditions.push(when(country !== undefined && (given["countries"] as string[]).includes(country)));
    if (given["foreign"] !== undefined)
      conditions.push(when(country !== undefined && own !== undefined && (country !== own) === given["foreign"]));
    if (given["organization"] !== undefined)
      conditions.push(this.organizations.has(owner) ? this.#fulfils(owner, given["organization"] as Filter) : "NO");
    return least(conditions);
  }

  /** The least answer that agrees with itself: it begins with no company being the state's. */
  stateOwned(asked: string, date: string): Truth {
    const at = spanOf(date);
    const answers = new Map<string, Truth>([...this.organizations.keys()].map((id) => [id, "NO"]));
    for (let round = 0; round <= 2 * this.organizations.size; round++) {
      for (const id of this.organizations.keys()) answers.set(id, this.#stateOwnedGiven(id, at, answers));
    }
    return answers.get(asked) ?? "NO";
  }

  #stateOwnedGiven(id: string, at: Span, answers: ReadonlyMap<string, Truth>): Truth {
    const record = this.organizations.get(id) as OrganizationRecord;
    if (touched(this.#existence.get(id) as Bounds, at) === "NO") return "NO";
    const called =
      "stateCompany" in record && record.stateCompany !== undefined
        ? held(boundsOf(record.stateCompany.period ?? record.existence, []), at)
        : "NO";
    const stateBody = (owner: string): boolean => ["institution/state", "institution/ministry"].includes(owner);
    let [certain, possible, others] = [0, 0, 0];
    let majority: Truth = "NO";
    for (const { record: holding, bounds } of this.#holdings.filter((each) => each.record.owned === id)) {
      const byState = stateBody(holding.owner) ? "YES" : (answers.get(holding.owner) ?? "NO");
      const truth = least([held(bounds, at), byState]);
      if (truth === "YES") certain += holding.share ?? holding.shareAtLeast ?? 0;
      if (truth !== "NO") possible += holding.share ?? holding.shareAtMost ?? 100;
      if (byState === "NO" && held(bounds, at) === "YES") others += holding.share ?? holding.shareAtLeast ?? 0;
      if (holding.share === undefined && (holding.shareAtLeast ?? 0) >= 50) majority = greatest([majority, truth]);
    }
    const shares: Truth = certain > 50 ? "YES" : Math.min(possible, 100 - others) > 50 ? "POSSIBLY" : "NO";
    return greatest([called, majority, shares]);
  }
}

function shareReaches({ share, shareAtLeast, shareAtMost }: RecordOf<"ownerships">, least_: number): Truth {
  if ((share ?? shareAtLeast ?? 0) >= least_) return "YES";
  return (share ?? shareAtMost ?? 100) >= least_ ? "POSSIBLY" : "NO";
}

function passes(
  link: Link,
  { mechanisms, continuity, during, minCertainty, throughUnits, excludeSources }: Along,
): Truth {
  if (mechanisms === undefined ? link.mechanism === "INITIATIVE" : !mechanisms.includes(link.mechanism)) return "NO";
  if (continuity !== undefined && !link.continuity.some((each) => continuity.includes(each))) return "NO";
  if (strengths.indexOf(link.certainty) < strengths.indexOf(minCertainty ?? "DISPUTED")) return "NO";
  if (throughUnits === false && link.derived) return "NO";
  if (link.sources.some((each) => excludeSources?.includes(each) === true)) return "NO";
  if (during === undefined) return "YES";
  return link.date === undefined ? "POSSIBLY" : happened(spanOf(link.date), spanOf(during));
}

/** Stated links, and those that follow from where units were placed. */
function linksOf(descents: readonly RecordOf<"descents">[], placements: readonly RecordOf<"placements">[]): Link[] {
  const sourceOf = ({ source }: { readonly source?: string | undefined }): string => source ?? "source/book";
  const keyOf = (link: Link): string =>
    [link.predecessor, link.successor, link.mechanism, link.date, link.through, ...link.sources].join("|");
  const endsOf = (link: Link): string => [link.predecessor, link.successor, link.mechanism].join("|");
  const contentOf = (link: Link): string => [keyOf(link), link.certainty, link.continuity].join("|");
  const stated: Link[] = descents.map((record) => ({ ...record, derived: false, sources: [sourceOf(record)] }));
  const statedEnds = new Set(stated.map(endsOf));
  const all = [...stated];
  const add = (link: Link): void => {
    if (link.predecessor === link.successor || statedEnds.has(endsOf(link))) return;
    if (!all.some((known) => contentOf(known) === contentOf(link))) all.push(link);
  };
  // An array goes on to what is added while it is gone through.
  for (const link of all) {
    if (link.through !== undefined && link.through !== link.predecessor)
      add({ ...link, predecessor: link.through, through: undefined, derived: true });
    const where = placements.filter(({ unit }) => unit === link.predecessor);
    for (const placement of where) {
      const there =
        link.date === undefined
          ? "POSSIBLY"
          : touched(boundsOf(placement.period ?? "/", placement.observed ?? []), spanOf(link.date));
      if (there === "NO") continue;
      const open = there === "POSSIBLY" && where.length > 1;
      add({
        ...link,
        predecessor: placement.parent,
        through: link.through ?? link.predecessor,
        certainty: weakest([link.certainty, placement.certainty, ...(open ? (["INFERRED"] as const) : [])]),
        derived: true,
        sources: [...new Set([...link.sources, sourceOf(placement)])].toSorted(),
      });
    }
  }
  // What follows in several ways is as certain as the surest of them, and carries over what the surest ones say.
  const derived = all.filter((link) => link.derived);
  return [
    ...stated,
    ...[...new Set(derived.map(keyOf))].map((key) => {
      const ways = derived.filter((link) => keyOf(link) === key);
      const surest = Math.max(...ways.map(({ certainty }) => strengths.indexOf(certainty)));
      const sure = ways.filter(({ certainty }) => strengths.indexOf(certainty) === surest);
      return { ...(sure[0] as Link), continuity: [...new Set(sure.flatMap(({ continuity }) => continuity))] };
    }),
  ];
}
