import { addToList } from "../domain/add-to-list.js";
import { Certainty, certaintyOf, certaintyStrength } from "../domain/certainty.js";
import { type Descent, Direction, type Lineage, type Link, type LinksFrom, walkLineage } from "../domain/lineage.js";
import { type Ancestry, ancestry } from "../domain/lineage-paths.js";
import type { Organization } from "../domain/organization.js";
import { type Interval } from "../domain/period.js";
import type { Continuity } from "../domain/vocabulary.js";
import { Mechanism } from "../domain/vocabulary.js";
import type { Parameters, Question, Reader, Row } from "../graph/graph.js";
import { onceEach } from "../graph/once-each.js";
import { type Statement, statement } from "../graph/statement.js";
import { organizationOf } from "./entity.js";
import {
  happening,
  numberOf,
  oneIn,
  readBy,
  record,
  text,
  textIn,
  textOrNullIn,
  texts,
  truthOf,
} from "./properties.js";

/** What every link of a way has to be. */
export interface LinkFilter {
  readonly mechanisms: readonly Mechanism[];
  /** At least one of these carried over; null: whatever did. */
  readonly continuity: readonly Continuity[] | null;
  readonly during: Interval | null;
  readonly minCertainty: Certainty;
  /** Whether links count that follow from where units were placed. */
  readonly throughUnits: boolean;
  /** Ids of sources that a link may not rest on; null: whatever it rests on. */
  readonly excludeSources: readonly string[] | null;
  /** Whether links are left out that lie within `during` only possibly. */
  readonly certainly: boolean;
}

/** All mechanisms but `INITIATIVE`, which carries nothing over and is followed only where it is asked for. */
export const everyLink: LinkFilter = {
  mechanisms: Object.values(Mechanism).filter((mechanism) => mechanism !== "INITIATIVE"),
  continuity: null,
  during: null,
  minCertainty: Certainty.DISPUTED,
  throughUnits: true,
  excludeSources: null,
  certainly: false,
};

/** Lineages are followed this far at the most. */
export const depthLimit = 25;

/** How lineages are read. */
export interface LineageReading {
  readonly along: LinkFilter;
  readonly maxDepth: number;
  /** Whether anybody asks by which paths: only then is read what links show, which takes as long as following them. */
  readonly withPaths: boolean;
  /**
   * Whether the organizations come along: of a small family sooner than in a statement of their own; of a large one, of
   * which a page shows few, they take longer than all else.
   */
  readonly withOrganizations: boolean;
}

export interface LineageAsRead extends Lineage {
  /** Those that came along, by id. */
  readonly organizations: ReadonlyMap<string, Organization>;
}

/** The lineages of organizations in a direction, as far as a depth. */
export function lineagesOf(
  reader: Reader,
  ids: readonly string[],
  direction: Direction,
  reading: LineageReading,
): Promise<ReadonlyMap<string, LineageAsRead>> {
  const { question, parameters } = lineageQuestion(direction, reading);
  return reader.ask(question, ids, parameters);
}

/** The lineages of organizations as far as they are known without asking the engine. */
export function knownLineages(
  reader: Reader,
  direction: Direction,
  reading: LineageReading,
): (id: string) => LineageAsRead | undefined {
  const { question, parameters } = lineageQuestion(direction, reading);
  return reader.known(question, parameters);
}

interface LineageQuestion {
  readonly question: Question<LineageAsRead>;
  readonly parameters: Parameters;
}

/** Made once for each filter and what is read along it: to make one takes longer than to find a lineage that is known. */
const lineageQuestions = onceEach<LinkFilter, Map<string, LineageQuestion>>(() => new Map());

function lineageQuestion(direction: Direction, reading: LineageReading): LineageQuestion {
  const { along, maxDepth, withPaths, withOrganizations } = reading;
  const questions = lineageQuestions(along);
  const key = `${direction} ${maxDepth} ${withPaths} ${withOrganizations}`;
  const known = questions.get(key);
  if (known !== undefined) return known;
  const { statement, parameters } = linksStatement(direction.toLowerCase(), direction, along, {
    beyond: maxDepth,
    withPaths,
    withOrganizations,
  });
  const make = (rows: readonly Row[], id: string) => ({
    ...walkLineage(id, direction, linksIn(rows, direction), { maxDepth, withPaths }),
    organizations: withOrganizations ? organizationsIn(rows) : new Map<string, Organization>(),
  });
  const made = { question: { statement, make }, parameters };
  questions.set(key, made);
  return made;
}

function organizationsIn(rows: readonly Row[]): ReadonlyMap<string, Organization> {
  const found = new Map<string, Organization>();
  for (const row of rows) {
    const id = text(row, "other");
    if (!found.has(id)) found.set(id, organizationOf(record(row, "organization")));
  }
  return found;
}

/** All ancestors of organizations, however far. */
export function ancestriesOf(
  reader: Reader,
  ids: readonly string[],
  along: LinkFilter,
): Promise<ReadonlyMap<string, Ancestry>> {
  const { statement, parameters } = linksStatement("ancestries", Direction.ANCESTORS, along, { withPaths: true });
  const make = (rows: readonly Row[], id: string) => ancestry(id, linksIn(rows, Direction.ANCESTORS));
  return reader.ask({ statement, make }, ids, parameters);
}

/** The links of descent in the lineages of an organization, both ways. */
export async function familyLinks(reader: Reader, id: string): Promise<readonly Descent[]> {
  const bothWays = Object.values(Direction).map(async (direction) => {
    const { statement, parameters } = linksStatement("family", direction, everyLink, {
      beyond: depthLimit,
      withPaths: true,
    });
    const rows = await reader.read(statement, { ...parameters, ids: [id] });
    const from = linksIn(rows, direction);
    const { reached } = walkLineage(id, direction, from, { maxDepth: depthLimit, withPaths: false });
    return [id, ...reached.map((each) => each.id)].flatMap(from).map((link) => link.descent());
  });
  return (await Promise.all(bothWays)).flat();
}

/** The organizations that are one link from some, in a direction. */
export async function ledTo(
  reader: Reader,
  ids: readonly string[],
  direction: Direction,
  along: LinkFilter,
): Promise<readonly string[]> {
  const { statement, parameters } = linksStatement("led-to", direction, along, { beyond: 0 });
  const rows = await reader.read(statement, { ...parameters, ids });
  return rows.map((row) => text(row, "other"));
}

const links = { DESCENDANTS: statement("lineage/links-down"), ANCESTORS: statement("lineage/links-up") };

const where = {
  mechanism: statement("lineage/where/mechanism"),
  notMechanism: statement("lineage/where/not-mechanism"),
  continuity: statement("lineage/where/continuity"),
  during: statement("lineage/where/during"),
  within: statement("lineage/where/within"),
  certainty: statement("lineage/where/certainty"),
  stated: statement("lineage/where/stated"),
  sources: statement("lineage/where/sources"),
};

/**
 * @param beyond how many links may lie before a link; however many, where it is left out
 * @param withPaths whether what links show is read
 * @param withOrganizations whether what organizations show is read
 */
function linksStatement(
  name: string,
  direction: Direction,
  along: LinkFilter,
  {
    beyond,
    withPaths = false,
    withOrganizations = false,
  }: { readonly beyond?: number; readonly withPaths?: boolean; readonly withOrganizations?: boolean },
): { readonly statement: Statement; readonly parameters: Parameters } {
  const conditions = conditionsOn(along);
  const condition = conditions.map(([each]) => each.text).join("\n  AND ");
  const columns = [withPaths ? ", link.record AS fact" : "", withOrganizations ? ", other.record AS organization" : ""];
  const every = `${links[direction].text.replace("*0..", `*0..${beyond ?? ""}`)}${columns.join("")}`;
  return {
    statement: {
      name: `lineage/${name}`,
      text: conditions.length === 0 ? every : every.replace("\nRETURN", () => `\nWHERE ${condition}\nRETURN`),
    },
    parameters: Object.assign({}, ...conditions.map(([, parameters]) => parameters)) as Parameters,
  };
}

/** Only those that may not hold: each is asked of every link of a family. */
function conditionsOn(along: LinkFilter): (readonly [Statement, Parameters])[] {
  const { mechanisms, continuity, during, minCertainty, throughUnits, excludeSources, certainly } = along;
  const conditions: (readonly [Statement, Parameters])[] = [];
  const others = Object.values(Mechanism).filter((each) => !mechanisms.includes(each));
  const [without] = others;
  if (without !== undefined) {
    conditions.push(others.length === 1 ? [where.notMechanism, { without }] : [where.mechanism, { mechanisms }]);
  }
  if (continuity !== null) conditions.push([where.continuity, { continuity }]);
  if (during !== null) {
    const { first, last, uncertain: doubtful } = during;
    conditions.push(certainly ? [where.within, { first, last, doubtful }] : [where.during, { first, last }]);
  }
  const strength = certaintyStrength(minCertainty);
  if (strength > 0) conditions.push([where.certainty, { strength }]);
  if (!throughUnits) conditions.push([where.stated, {}]);
  if (excludeSources !== null) conditions.push([where.sources, { excluded: excludeSources }]);
  return conditions;
}

function linksIn(rows: readonly Row[], direction: Direction): LinksFrom {
  const from = new Map<string, Link[]>();
  for (const row of rows) addToList(from, text(row, "node"), new LinkOfRow(row, direction));
  return (id) => from.get(id) ?? [];
}

/** A row of which most is never read: of a large family, a walk asks for the ends and the certainty of each link. */
class LinkOfRow implements Link {
  readonly predecessor: string;
  readonly successor: string;
  readonly #row: Row;
  #descent: Descent | undefined;

  constructor(row: Row, direction: Direction) {
    const [node, other] = [text(row, "node"), text(row, "other")];
    this.#row = row;
    this.predecessor = direction === Direction.DESCENDANTS ? node : other;
    this.successor = direction === Direction.DESCENDANTS ? other : node;
  }

  /** Of parallel links, any may be the path that nobody asks for. */
  get id(): string {
    return this.#row["fact"] === undefined ? "" : this.descent().id;
  }

  get certainty(): Certainty {
    return certaintyOf(numberOf(this.#row, "strength"));
  }

  descent(): Descent {
    return (this.#descent ??= descentOf(record(this.#row, "fact"), { from: this.successor, to: this.predecessor }));
  }
}

/** The ids of a link's ends, as it points. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

export const descentOf = readBy<Descent, Ends>({
  ...happening,
  id: textIn("id"),
  predecessor: (_link, { to }) => to,
  successor: (_link, { from }) => from,
  mechanism: oneIn("mechanism"),
  continuity: (link) => texts(link, "continuity") as readonly Continuity[],
  through: textOrNullIn("through"),
  event: textOrNullIn("event"),
  derived: (link) => truthOf(link, "derived"),
});
