import { type ClassType, Field, Float, Int, ObjectType, Root } from "type-graphql";
import type { Surroundings } from "../page.js";
import { Contradiction } from "./evidence.js";
import { Gap } from "./gap.js";
import { Event } from "./history.js";
import { Descent, LineageEdge, Ownership } from "./lineage.js";
import { Entity } from "./node.js";
import { Firm, Institution, Organization } from "./organization.js";
import { Person } from "./person.js";
import { Membership } from "./relations.js";
import { Observation } from "./statistics.js";

// Connections after the Relay Cursor Connections Specification, with `nodes` and `totalCount`.

@ObjectType({ description: "Whether there is more than this page, and the cursors to go on from." })
class PageInfo {
  @Field(() => Boolean, { description: "Whether there is more after this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether there is more before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the first edge, for `before`; null where there is none.",
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the last edge, for `after`; null where there is none.",
  })
  endCursor!: string | null;
}

/** What all connections have, whatever their edges carry. */
@ObjectType()
abstract class Page {
  // A function where counting costs a statement: only who asks for it pays.
  @Field(() => Int, { description: "How many there are in all, on whatever page." })
  totalCount(@Root() { totalCount }: Pick<Surroundings, "totalCount">): number | Promise<number> {
    return typeof totalCount === "number" ? totalCount : totalCount();
  }

  @Field(() => PageInfo, { description: "Whether there is more, and the cursors to go on from." })
  pageInfo!: PageInfo;
}

/** The type of the edges to nodes of a type, and what the nodes are called in descriptions. */
function edgeTo<Node extends object>(
  name: string,
  type: () => unknown,
  what: string,
): ClassType<{ cursor: string; node: Node }> {
  @ObjectType(`${name}Edge`, { description: `One of a list of ${what}.` })
  class Edge {
    @Field(() => String, { description: "Its place in the list, for `after` and `before`." })
    cursor!: string;

    @Field(type as never, { description: "What stands there." })
    node!: Node;
  }
  return Edge;
}

function connectionTo<Node extends object>(name: string, type: () => unknown, what: string) {
  const Edge = edgeTo<Node>(name, type, what);

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.` })
  class Connection extends Page {
    @Field(() => [Edge], { description: "The page, with cursors." })
    edges!: InstanceType<typeof Edge>[];

    @Field(() => [type()] as never, { description: "The page, without cursors." })
    nodes!: Node[];
  }
  return Connection;
}

export const NodeConnection = connectionTo<Entity>("Node", () => Entity, "nodes of any kind");
export const OrganizationConnection = connectionTo<Organization>("Organization", () => Organization, "organizations");
export const FirmConnection = connectionTo<Firm>("Firm", () => Firm, "firms");
export const InstitutionConnection = connectionTo<Institution>("Institution", () => Institution, "institutions");
export const PersonConnection = connectionTo<Person>("Person", () => Person, "people");
export const EventConnection = connectionTo<Event>("Event", () => Event, "events");
export const ObservationConnection = connectionTo<Observation>("Observation", () => Observation, "observations");
export const ContradictionConnection = connectionTo<Contradiction>(
  "Contradiction",
  () => Contradiction,
  "contradictions",
);
export const GapConnection = connectionTo<Gap>("Gap", () => Gap, "gaps");
export const DescentConnection = connectionTo<Descent>("Descent", () => Descent, "links of descent");
export const OwnershipConnection = connectionTo<Ownership>("Ownership", () => Ownership, "holdings");
export const MembershipConnection = connectionTo<Membership>("Membership", () => Membership, "memberships");

@ObjectType({ description: "A page of a lineage, nearest first." })
export class LineageConnection extends Page {
  @Field(() => [LineageEdge], { description: "The page, with how each organization is reached." })
  edges!: LineageEdge[];

  @Field(() => [Organization], { description: "The page, without that." })
  nodes!: Organization[];

  @Field(() => Boolean, {
    description: "False where `maxDepth` or the server's depth limit of 25 cut the lineage off.",
  })
  complete!: boolean;
}

@ObjectType({ description: "What was found, and by which of its names." })
export class SearchHit {
  @Field(() => String, { description: "Its place in the list, for `after`." })
  cursor!: string;

  @Field(() => Entity, { description: "What was found." })
  node!: Entity;

  @Field(() => String, { description: "The name that matched." })
  matched!: string;

  @Field(() => Float, { description: "How well it matched, from 0 to 1, which is exact." })
  score!: number;
}

@ObjectType({ description: "A node that a name may mean." })
export class Match {
  @Field(() => Entity, { description: "The node." })
  node!: Entity;

  @Field(() => String, { description: "Which of its names matched." })
  matched!: string;

  @Field(() => Float, { description: "How well it matched, from 0 to 1, which is exact." })
  score!: number;
}

@ObjectType({ description: "What one name of a list may mean." })
export class Identification {
  @Field(() => String, { description: "The name, as it was given." })
  name!: string;

  @Field(() => [Match], { description: "The likeliest nodes, best first; empty where none is likely." })
  candidates!: Match[];
}

@ObjectType({ description: "A page of what was found, best first." })
export class SearchConnection extends Page {
  @Field(() => [SearchHit], { description: "The page, with how well each matched." })
  edges!: SearchHit[];

  @Field(() => [Entity], { description: "The page, without that." })
  nodes!: Entity[];
}
