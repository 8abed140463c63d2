import { addToList } from "../domain/add-to-list.js";
import type { Claim, Contradiction, Entity, Event, Observation, Phase } from "../domain/entity.js";
import type { Descent } from "../domain/lineage.js";
import type { Organization } from "../domain/organization.js";
import type { Ownership } from "../domain/ownership.js";
import type {
  Collaboration,
  Funding,
  Location,
  Membership,
  Participant,
  Placement,
  Role,
  Supply,
  TechnologyTransfer,
} from "../domain/relation.js";
import type { Question, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { claimOf, entityOf, organizationOf } from "./entity.js";
import { type Ends, descentOf } from "./lineage.js";
import {
  type Properties,
  datedFact,
  fact,
  localizedIn,
  numberOrNullIn,
  oneIn,
  oneOrNullIn,
  readBy,
  record,
  text,
  textIn,
  textOrNullIn,
  textsIn,
} from "./properties.js";

/** What belongs to a node, in its order. */
export interface Related<Item> {
  readonly items: readonly Item[];
  /** The nodes at the other ends, where the statement brings them along. */
  readonly others: readonly Entity[];
}

function links<Item>(name: string, make: (link: Properties, ends: Ends) => Item): Question<Related<Item>> {
  return { statement: statement(name), make: (rows) => linksIn(rows, make) };
}

function linksIn<Item>(rows: readonly Row[], make: (link: Properties, ends: Ends) => Item): Related<Item> {
  return {
    items: rows.map((row) => make(record(row, "fact"), { from: text(row, "from"), to: text(row, "to") })),
    others: rows.flatMap((row) => (row["node"] == null ? [] : [entityOf(record(row, "node"))])),
  };
}

function nodes<Item>(name: string, make: (node: Properties) => Item): Question<Related<Item>> {
  return {
    statement: statement(name),
    make: (rows) => ({ items: rows.map((row) => make(record(row, "record"))), others: [] }),
  };
}

/** What belongs to nodes, each with the id of the node that it belongs to. */
export async function allRelated<Item>(
  reader: Reader,
  question: Question<Related<Item>>,
  ids: readonly string[],
): Promise<readonly { readonly key: string; readonly item: Item }[]> {
  return [...(await reader.ask(question, ids))].flatMap(([key, { items }]) => items.map((item) => ({ key, item })));
}

const ownership = readBy<Ownership, Ends>({
  ...datedFact,
  id: textIn("id"),
  owner: (_link, { from }) => from,
  owned: (_link, { to }) => to,
  share: numberOrNullIn("share"),
  shareAtLeast: numberOrNullIn("shareAtLeast"),
  shareAtMost: numberOrNullIn("shareAtMost"),
  observedAt: textOrNullIn("observedAt"),
});
export const owners = links("relation/owners", ownership);
export const holdings = links("relation/holdings", ownership);

export const origins = links("relation/origins", descentOf);
export const offshoots = links("relation/offshoots", descentOf);

/** What lies in one another in a tree: what came out of what came out of an organization, or the other way. */
export type Branching = "offshoots" | "origins";

/** The branches of an organization and of those that they lead to, each by its id. */
export type Tree = ReadonlyMap<string, Related<Descent>>;

const trees = {
  offshoots: { statement: statement("relation/offshoots-in-tree"), near: "to", far: "from" },
  origins: { statement: statement("relation/origins-in-tree"), near: "from", far: "to" },
} as const;

/** @param levels of organizations whose branches are read, of which the one asked about is the first */
export function treeOf(branching: Branching, levels: number): Question<Tree> {
  const { statement: every, near, far } = trees[branching];
  return {
    statement: { name: every.name, text: every.text.replace("*0..", `*0..${levels - 1}`) },
    make: (rows, root) => {
      const branches = new Map<string, Row[]>();
      for (const row of rows) addToList(branches, text(row, near), row);
      const tree = new Map<string, Related<Descent>>();
      let level = [root];
      for (let depth = 1; depth <= levels && level.length > 0; depth++) {
        const fresh = [...new Set(level)].filter((id) => !tree.has(id));
        for (const id of fresh) tree.set(id, linksIn(branches.get(id) ?? [], descentOf));
        level = fresh.flatMap((id) => (branches.get(id) ?? []).map((row) => text(row, far)));
      }
      return tree;
    },
  };
}

const placement = readBy<Placement, Ends>({
  ...datedFact,
  unit: (_link, { from }) => from,
  parent: (_link, { to }) => to,
});
export const placements = links("relation/placements", placement);
export const units = links("relation/units", placement);

const location = readBy<Location, Ends>({
  ...datedFact,
  organization: (_link, { from }) => from,
  place: (_link, { to }) => to,
  use: oneOrNullIn("use"),
  host: textOrNullIn("host"),
});
export const locations = links("relation/locations", location);

const supply = readBy<Supply, Ends>({
  ...datedFact,
  supplier: (_link, { from }) => from,
  customer: (_link, { to }) => to,
  what: localizedIn("what"),
});
export const suppliers = links("relation/suppliers", supply);
export const customers = links("relation/customers", supply);

const membership = readBy<Membership, Ends>({
  ...datedFact,
  id: textIn("id"),
  member: (_link, { from }) => from,
  body: (_link, { to }) => to,
  as: oneIn("as"),
});
export const memberships = links("relation/memberships", membership);
export const members = links("relation/members", membership);

const funding = readBy<Funding, Ends>({
  ...datedFact,
  funder: (_link, { from }) => from,
  recipient: (_link, { to }) => to,
  what: localizedIn("what"),
  amount: textOrNullIn("amount"),
});
export const funders = links("relation/funders", funding);
export const funded = links("relation/funded", funding);

const transfer = readBy<TechnologyTransfer, Ends>({
  ...datedFact,
  source: (_link, { to }) => to,
  recipient: (_link, { from }) => from,
  kind: oneIn("kind"),
  what: localizedIn("what"),
});
export const technologyFrom = links("relation/technology-from", transfer);
export const technologyTo = links("relation/technology-to", transfer);

const role = readBy<Role, Ends>({
  ...datedFact,
  person: (_link, { from }) => from,
  organization: (_link, { to }) => to,
  kind: oneIn("kind"),
  role: localizedIn("role"),
});
export const people = links("relation/people", role);
export const roles = links("relation/roles", role);

const participant = readBy<Participant, Ends>({
  role: oneIn("role"),
  node: (_link, { from }) => from,
});
export const participants = links("relation/participants", participant);

/** Its dates stand on the links to its parties, where filters along them look. */
const collaboration = readBy<Collaboration, Properties>({
  ...fact,
  period: (_node, link) => datedFact.period(link, undefined),
  bounds: (_node, link) => datedFact.bounds(link, undefined),
  parties: textsIn("parties"),
  form: oneIn("form"),
  about: localizedIn("about"),
});
export const collaborations: Question<Related<Collaboration>> = {
  statement: statement("relation/collaborations"),
  make: (rows) => ({
    items: rows.map((row) => collaboration(record(row, "record"), record(row, "fact"))),
    others: [],
  }),
};

export const events = nodes("relation/events", (node) => entityOf(node) as Event);
export const phases = nodes("relation/phases", (node) => entityOf(node) as Phase);
export const phaseOrganizations = nodes("relation/phase-organizations", (node): Organization => organizationOf(node));
export const phaseEvents = nodes("relation/phase-events", (node) => entityOf(node) as Event);
export const townPhases = nodes("relation/town-phases", (node) => entityOf(node) as Phase);
export const townEvents = nodes("relation/town-events", (node) => entityOf(node) as Event);
export const claims = nodes("relation/claims", (node): Claim => claimOf(node));
export const claimsOfContradiction = nodes("relation/claims-of-contradiction", (node): Claim => claimOf(node));
export const contradictions = nodes("relation/contradictions", (node) => entityOf(node) as Contradiction);
export const observations = nodes("relation/observations", (node) => entityOf(node) as Observation);
export const cells = nodes("relation/cells", (node) => entityOf(node) as Observation);
