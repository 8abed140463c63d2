import type { Person } from "../domain/entity.js";
import type { Descent } from "../domain/lineage.js";
import type { Organization } from "../domain/organization.js";
import type { Ownership } from "../domain/ownership.js";
import type {
  Collaboration,
  Funding,
  Membership,
  Placement,
  Role,
  Supply,
  TechnologyTransfer,
} from "../domain/relation.js";
import type { Question, Reader } from "../graph/graph.js";
import { entitiesByIds } from "./entity.js";
import { familyLinks } from "./lineage.js";
import { conditionOf } from "./organization-filter.js";
import type { Place } from "./buckets.js";
import { OrderField, SortDirection, listOrganizations } from "./organizations.js";
import * as relations from "./relations.js";

/** A relation between two nodes, as the graph directs it: from who does it, or came out, to whom. Ids. */
export type Link = { readonly from: string; readonly to: string } & (
  | { readonly kind: "DESCENDS_FROM"; readonly fact: Descent }
  | { readonly kind: "OWNS"; readonly fact: Ownership }
  | { readonly kind: "PART_OF"; readonly fact: Placement }
  | { readonly kind: "SUPPLIES"; readonly fact: Supply }
  | { readonly kind: "WORKS_WITH"; readonly fact: Collaboration }
  | { readonly kind: "MEMBER_OF"; readonly fact: Membership }
  | { readonly kind: "FUNDS"; readonly fact: Funding }
  | { readonly kind: "TECHNOLOGY_FROM"; readonly fact: TechnologyTransfer }
  | { readonly kind: "ROLE_IN"; readonly fact: Role }
);

export type Linked = Organization | Person;

/**
 * Nodes and the relations between them, a few hundred at a time, in a fixed order. Formats that write nodes before
 * relations read twice instead of keeping either.
 */
export interface Subgraph {
  readonly nodes: () => AsyncGenerator<readonly Linked[]>;
  readonly links: () => AsyncGenerator<readonly Link[]>;
}

const batch = 500;

/** All organizations, the people who have or had roles in them or own them, and all relations between them. */
export function wholeGraph(reader: Reader): Subgraph {
  return {
    nodes: async function* () {
      yield* organizations(reader);
      const told = new Set<string>();
      for await (const page of organizations(reader)) {
        const ids = await peopleOf(
          reader,
          page.map(({ id }) => id),
        );
        const fresh = ids.filter((id) => !told.has(id));
        for (const id of fresh) told.add(id);
        if (fresh.length > 0) yield await linkedByIds(reader, fresh);
      }
    },
    links: async function* () {
      for await (const page of organizations(reader))
        yield await linksOf(
          reader,
          page.map(({ id }) => id),
        );
    },
  };
}

/** An organization, all that it descends from and all that descends from it, and how, in the order of their ids. */
export interface Family {
  readonly focus: Organization;
  readonly members: readonly Organization[];
  /** Those worked out at the load included. */
  readonly descents: readonly Descent[];
}

/** The family of an organization; null where there is no such organization. */
export async function familyOf(reader: Reader, id: string): Promise<Family | null> {
  const [focus] = await linkedByIds(reader, [id]);
  if (focus === undefined || focus.kind === "PERSON") return null;
  const descents = new Map((await familyLinks(reader, focus.id)).map((link) => [link.id, link]));
  const ids = new Set([focus.id]);
  for (const { predecessor, successor } of descents.values()) ids.add(predecessor).add(successor);
  const members: Organization[] = [];
  for (const part of batches([...ids].toSorted())) {
    for (const each of await linkedByIds(reader, part)) if (each.kind !== "PERSON") members.push(each);
  }
  return { focus, members, descents: [...descents.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** A family with all relations between its members. */
export function subgraphOf(reader: Reader, { members }: Family): Subgraph {
  const ids = new Set(members.map(({ id }) => id));
  return {
    nodes: async function* () {
      yield members;
    },
    links: async function* () {
      for (const part of batches([...ids])) {
        yield (await linksOf(reader, part)).filter(({ from, to }) => ids.has(from) && ids.has(to));
      }
    },
  };
}

async function* organizations(reader: Reader): AsyncGenerator<readonly Organization[]> {
  const condition = await conditionOf(reader, {});
  const order = { field: OrderField.NAME, direction: SortDirection.ASC };
  let after: Place | null = null;
  for (;;) {
    const page = await listOrganizations(reader, condition, {
      order,
      after,
      before: null,
      limit: batch,
      fromEnd: false,
    });
    if (page.length > 0) yield page.map(({ organization }) => organization);
    if (page.length < batch) return;
    after = page.at(-1)?.place ?? null;
  }
}

async function linkedByIds(reader: Reader, ids: readonly string[]): Promise<readonly Linked[]> {
  const found = await entitiesByIds(reader, ids);
  return [...found.values()]
    .filter((each): each is Linked => ["FIRM", "INSTITUTION", "UNIT", "GROUP", "PERSON"].includes(each.kind))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function peopleOf(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const inRoles = (await relations.allRelated(reader, relations.people, ids)).map(({ item }) => item.person);
  const owning = (await relations.allRelated(reader, relations.owners, ids)).map(({ item }) => item.owner);
  return [...new Set([...inRoles, ...owning])].filter((id) => id.startsWith("person/")).toSorted();
}

/** The relations of organizations, each at one of its ends, so that all organizations together have it once. */
async function linksOf(reader: Reader, ids: readonly string[]): Promise<readonly Link[]> {
  const asked = async <Fact>(
    question: Question<relations.Related<Fact>>,
    make: (fact: Fact, key: string) => readonly Link[],
  ) => (await relations.allRelated(reader, question, ids)).flatMap(({ key, item }) => make(item, key));
  return [
    ...(await asked(relations.origins, (fact) =>
      fact.derived ? [] : [{ kind: "DESCENDS_FROM", from: fact.successor, to: fact.predecessor, fact }],
    )),
    ...(await asked(relations.owners, (fact) => [{ kind: "OWNS", from: fact.owner, to: fact.owned, fact }])),
    ...(await asked(relations.placements, (fact) => [{ kind: "PART_OF", from: fact.unit, to: fact.parent, fact }])),
    ...(await asked(relations.suppliers, (fact) => [
      { kind: "SUPPLIES", from: fact.supplier, to: fact.customer, fact },
    ])),
    ...(await asked(relations.memberships, (fact) => [{ kind: "MEMBER_OF", from: fact.member, to: fact.body, fact }])),
    ...(await asked(relations.funders, (fact) => [{ kind: "FUNDS", from: fact.funder, to: fact.recipient, fact }])),
    ...(await asked(relations.technologyFrom, (fact) => [
      { kind: "TECHNOLOGY_FROM", from: fact.recipient, to: fact.source, fact },
    ])),
    ...(await asked(relations.people, (fact) => [{ kind: "ROLE_IN", from: fact.person, to: fact.organization, fact }])),
    // Of several parties, each with each.
    ...(await asked(relations.collaborations, (fact, key) =>
      fact.parties
        .filter((other) => key < other)
        .map((other): Link => ({ kind: "WORKS_WITH", from: key, to: other, fact })),
    )),
  ];
}

function* batches(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += batch) yield ids.slice(start, start + batch);
}
