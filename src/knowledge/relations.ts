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
import type { Reader } from "../graph/graph.js";
import { type Statement, statement } from "../graph/statement.js";
import { claimOf, entityOf, organizationOf } from "./entity.js";
import { descentOf } from "./lineage.js";
import {
  type Properties,
  datedFact,
  localized,
  numberOrNull,
  once,
  record,
  text,
  textOrNull,
  texts,
} from "./properties.js";

/** Something that belongs to one of the nodes asked about. */
export interface Related<Item> {
  readonly key: string;
  readonly item: Item;
  /** The node at the other end, where the statement brings it along; else null. */
  readonly other: Entity | null;
}

/** Asks one question about many nodes at once. What comes is grouped by node, and ordered within it. */
export type Question<Item> = (reader: Reader, ids: readonly string[]) => Promise<readonly Related<Item>[]>;

type Ends = { readonly from: string; readonly to: string };

function links<Item>(each: Statement, make: (link: Properties, ends: Ends) => Item): Question<Item> {
  const related = once((rows) =>
    rows.map((row) => ({
      key: text(row, "key"),
      item: make(record(row, "fact"), { from: text(row, "from"), to: text(row, "to") }),
      other: row["node"] == null ? null : entityOf(record(row, "node")),
    })),
  );
  return async (reader, ids) => related(await reader.read(each, { ids }));
}

function nodes<Item>(each: Statement, make: (node: Properties) => Item): Question<Item> {
  const related = once((rows) =>
    rows.map((row) => ({ key: text(row, "key"), item: make(record(row, "record")), other: null })),
  );
  return async (reader, ids) => related(await reader.read(each, { ids }));
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
export const owners = links(statement("relation/owners"), ownership);
export const holdings = links(statement("relation/holdings"), ownership);

const descent = (link: Properties, { from, to }: Ends): Descent => descentOf(link, to, from);
export const origins = links(statement("relation/origins"), descent);
export const offshoots = links(statement("relation/offshoots"), descent);

const placement = (link: Properties, { from, to }: Ends): Placement => ({ unit: from, parent: to, ...datedFact(link) });
export const placements = links(statement("relation/placements"), placement);
export const units = links(statement("relation/units"), placement);

export const locations = links(statement("relation/locations"), (link, { from, to }): Location => ({
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
export const suppliers = links(statement("relation/suppliers"), supply);
export const customers = links(statement("relation/customers"), supply);

const membership = (link: Properties, { from, to }: Ends): Membership => ({
  id: text(link, "id"),
  member: from,
  body: to,
  as: text(link, "as") as Membership["as"],
  ...datedFact(link),
});
export const memberships = links(statement("relation/memberships"), membership);
export const members = links(statement("relation/members"), membership);

const funding = (link: Properties, { from, to }: Ends): Funding => ({
  funder: from,
  recipient: to,
  what: localized(link, "what"),
  amount: textOrNull(link, "amount"),
  ...datedFact(link),
});
export const funders = links(statement("relation/funders"), funding);
export const funded = links(statement("relation/funded"), funding);

const transfer = (link: Properties, { from, to }: Ends): TechnologyTransfer => ({
  source: to,
  recipient: from,
  kind: text(link, "kind") as TechnologyTransfer["kind"],
  what: localized(link, "what"),
  ...datedFact(link),
});
export const technologyFrom = links(statement("relation/technology-from"), transfer);
export const technologyTo = links(statement("relation/technology-to"), transfer);

const role = (link: Properties, { from, to }: Ends): Role => ({
  person: from,
  organization: to,
  kind: text(link, "kind") as Role["kind"],
  role: localized(link, "role"),
  ...datedFact(link),
});
export const people = links(statement("relation/people"), role);
export const roles = links(statement("relation/roles"), role);

export const participants = links(statement("relation/participants"), (link, { from }): Participant => ({
  role: text(link, "role") as Participant["role"],
  node: from,
}));

const collaborationsOf = statement("relation/collaborations");
const collaborationsIn = once((rows) =>
  rows.map((row): Related<Collaboration> => {
    const node = record(row, "record");
    const link = record(row, "fact");
    return {
      key: text(row, "key"),
      item: {
        parties: texts(node, "parties"),
        form: text(node, "form") as Collaboration["form"],
        about: localized(node, "about"),
        ...datedFact({ ...node, ...link }),
      },
      other: null,
    };
  }),
);
export const collaborations: Question<Collaboration> = async (reader, ids) =>
  collaborationsIn(await reader.read(collaborationsOf, { ids }));

export const events = nodes(statement("relation/events"), (node) => entityOf(node) as Event);
export const phases = nodes(statement("relation/phases"), (node) => entityOf(node) as Phase);
export const phaseOrganizations = nodes(statement("relation/phase-organizations"), (node): Organization =>
  organizationOf(node),
);
export const phaseEvents = nodes(statement("relation/phase-events"), (node) => entityOf(node) as Event);
export const townPhases = nodes(statement("relation/town-phases"), (node) => entityOf(node) as Phase);
export const townEvents = nodes(statement("relation/town-events"), (node) => entityOf(node) as Event);
export const claims = nodes(statement("relation/claims"), (node): Claim => claimOf(node));
export const claimsOfContradiction = nodes(statement("relation/claims-of-contradiction"), (node): Claim =>
  claimOf(node),
);
export const contradictions = nodes(statement("relation/contradictions"), (node) => entityOf(node) as Contradiction);
export const observations = nodes(statement("relation/observations"), (node) => entityOf(node) as Observation);
export const cells = nodes(statement("relation/cells"), (node) => entityOf(node) as Observation);
