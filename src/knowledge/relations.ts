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
import type { Question, Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { claimOf, entityOf, organizationOf } from "./entity.js";
import { descentOf } from "./lineage.js";
import { type Properties, datedFact, localized, numberOrNull, record, text, textOrNull, texts } from "./properties.js";

/** What belongs to a node, in its order. */
export interface Related<Item> {
  readonly items: readonly Item[];
  /** The nodes at the other ends, where the statement brings them along. */
  readonly others: readonly Entity[];
}

type Ends = { readonly from: string; readonly to: string };

function links<Item>(name: string, make: (link: Properties, ends: Ends) => Item): Question<Related<Item>> {
  return {
    statement: statement(name),
    make: (rows) => ({
      items: rows.map((row) => make(record(row, "fact"), { from: text(row, "from"), to: text(row, "to") })),
      others: rows.flatMap((row) => (row["node"] == null ? [] : [entityOf(record(row, "node"))])),
    }),
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

const ownership = (link: Properties, { from, to }: Ends): Ownership => ({
  id: text(link, "id"),
  owner: from,
  owned: to,
  share: numberOrNull(link, "share"),
  shareAtLeast: numberOrNull(link, "shareAtLeast"),
  shareAtMost: numberOrNull(link, "shareAtMost"),
  observedAt: textOrNull(link, "observedAt"),
  ...datedFact(link),
});
export const owners = links("relation/owners", ownership);
export const holdings = links("relation/holdings", ownership);

const descent = (link: Properties, { from, to }: Ends): Descent => descentOf(link, to, from);
export const origins = links("relation/origins", descent);
export const offshoots = links("relation/offshoots", descent);

const placement = (link: Properties, { from, to }: Ends): Placement => ({ unit: from, parent: to, ...datedFact(link) });
export const placements = links("relation/placements", placement);
export const units = links("relation/units", placement);

export const locations = links("relation/locations", (link, { from, to }): Location => ({
  organization: from,
  place: to,
  use: textOrNull(link, "use") as Location["use"],
  host: textOrNull(link, "host"),
  ...datedFact(link),
}));

const supply = (link: Properties, { from, to }: Ends): Supply => ({
  supplier: from,
  customer: to,
  what: localized(link, "what"),
  ...datedFact(link),
});
export const suppliers = links("relation/suppliers", supply);
export const customers = links("relation/customers", supply);

const membership = (link: Properties, { from, to }: Ends): Membership => ({
  id: text(link, "id"),
  member: from,
  body: to,
  as: text(link, "as") as Membership["as"],
  ...datedFact(link),
});
export const memberships = links("relation/memberships", membership);
export const members = links("relation/members", membership);

const funding = (link: Properties, { from, to }: Ends): Funding => ({
  funder: from,
  recipient: to,
  what: localized(link, "what"),
  amount: textOrNull(link, "amount"),
  ...datedFact(link),
});
export const funders = links("relation/funders", funding);
export const funded = links("relation/funded", funding);

const transfer = (link: Properties, { from, to }: Ends): TechnologyTransfer => ({
  source: to,
  recipient: from,
  kind: text(link, "kind") as TechnologyTransfer["kind"],
  what: localized(link, "what"),
  ...datedFact(link),
});
export const technologyFrom = links("relation/technology-from", transfer);
export const technologyTo = links("relation/technology-to", transfer);

const role = (link: Properties, { from, to }: Ends): Role => ({
  person: from,
  organization: to,
  kind: text(link, "kind") as Role["kind"],
  role: localized(link, "role"),
  ...datedFact(link),
});
export const people = links("relation/people", role);
export const roles = links("relation/roles", role);

export const participants = links("relation/participants", (link, { from }): Participant => ({
  role: text(link, "role") as Participant["role"],
  node: from,
}));

export const collaborations: Question<Related<Collaboration>> = {
  statement: statement("relation/collaborations"),
  make: (rows) => ({
    items: rows.map((row) => {
      const node = record(row, "record");
      return {
        parties: texts(node, "parties"),
        form: text(node, "form") as Collaboration["form"],
        about: localized(node, "about"),
        ...datedFact({ ...node, ...record(row, "fact") }),
      };
    }),
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
