import { Field, Float, Int, ObjectType, Root, createUnionType } from "type-graphql";
import type { HistoricalDate as HistoricalDateRecord } from "../../domain/historical-date.js";
import type { Descent as DescentRecord, Reached } from "../../domain/lineage.js";
import type { Ownership as OwnershipRecord } from "../../domain/ownership.js";

import { Edtf } from "../scalars/edtf.js";
import { Certainty, Continuity, Mechanism, Truth } from "./enums.js";
import { NotedFact } from "./evidence.js";
import { typeNameOf } from "./node.js";
import { Firm, Group, Institution, Organization, Unit } from "./organization.js";
import { Person } from "./person.js";
import { HistoricalDate, Period } from "./time.js";

@ObjectType({
  description: "One organization came out of another: its business, people, technology or legal person did.",
})
export class Descent extends NotedFact implements Pick<DescentRecord, "mechanism" | "continuity" | "date" | "derived"> {
  @Field(() => Mechanism, { description: "How it came out of it." })
  mechanism!: Mechanism;

  @Field(() => [Continuity], { description: "What carried over, as far as the source says; empty where it does not." })
  continuity!: readonly Continuity[];

  @Field(() => HistoricalDate, { nullable: true, description: "When; null where the source does not say." })
  date!: HistoricalDateRecord | null;

  @Field(() => Boolean, {
    description:
      "Whether it follows from where a unit was placed: what came out of a unit descends from what the unit was part of at the time, and what came out through a unit descends from that unit.",
  })
  derived!: boolean;
}

@ObjectType({ description: "The shortest ways between two organizations." })
export class LineagePaths {
  @Field(() => [LineagePath], {
    description: "The ways, ordered by the ids along them; empty where the two are not related.",
  })
  nodes!: LineagePath[];

  @Field(() => Boolean, {
    description: "Whether these are all shortest ways; false where there are more than were asked for.",
  })
  complete!: boolean;
}

@ObjectType({
  description:
    "A way from one organization to another along lines of descent: up, down, or up to a common ancestor and down again.",
})
export class LineagePath {
  @Field(() => Int, { description: "The number of links; 0 from an organization to itself." })
  length!: number;

  @Field(() => [Descent], { description: "The links, from the one to the other." })
  steps!: readonly DescentRecord[];

  @Field(() => [Organization], { description: "The organizations along the way, both ends included." })
  organizations!: Organization[];

  @Field(() => Certainty, { description: "Of the weakest link." })
  certainty!: Certainty;
}

@ObjectType({ description: "An organization that all of those asked about descend from." })
export class CommonAncestor {
  @Field(() => Organization, { description: "The organization." })
  organization!: Organization;

  @Field(() => [Int], {
    description: "The number of links up to it, from each organization asked about, in their order.",
  })
  distances!: readonly number[];
}

@ObjectType({
  description:
    "One organization of a lineage, with how it is reached. Of several equally short ways `path` is the one whose weakest link is strongest, then the one of least ids.",
})
export class LineageEdge implements Pick<Reached, "depth" | "alternatives" | "certainty"> {
  @Field(() => String, { description: "Its place in the list, for `after`." })
  cursor!: string;

  @Field(() => Organization, { description: "The organization." })
  node!: Organization;

  @Field(() => Int, { description: "The number of links on the shortest way; at least 1." })
  depth!: number;

  @Field(() => [Descent], { description: "The links from the organization asked about to `node`." })
  path(@Root() { path }: Pick<Reached, "path">): readonly DescentRecord[] {
    return path();
  }

  @Field(() => Boolean, { description: "Whether there are other ways of the same length, which `lineagePaths` gives." })
  alternatives!: boolean;

  @Field(() => Certainty, { description: "Of the weakest link of `path`." })
  certainty!: Certainty;
}

export const Owner = createUnionType({
  name: "Owner",
  description: "Who can own: an organization of any kind, or a person.",
  types: () => [Firm, Institution, Unit, Group, Person] as const,
  resolveType: typeNameOf as never,
});

@ObjectType({ description: "Someone held a share of an organization for some time." })
export class Ownership
  extends NotedFact
  implements Pick<OwnershipRecord, "share" | "shareAtLeast" | "shareAtMost" | "period" | "observedAt">
{
  @Field(() => Float, { nullable: true, description: "Percent, where the source gives it exactly; else null." })
  share!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "Percent; a majority is at least 50. Null where the source sets no lower bound.",
  })
  shareAtLeast!: number | null;

  @Field(() => Float, { nullable: true, description: "Percent; null where the source sets no upper bound." })
  shareAtMost!: number | null;

  @Field(() => Period, { nullable: true, description: "When it held; null where the source does not date it." })
  period!: OwnershipRecord["period"];

  @Field(() => Edtf, {
    nullable: true,
    description:
      "Of a snapshot, such as a table's ownership column: the date at which it held, or the first and the last such date. Null where it is dated otherwise, or not at all.",
  })
  observedAt!: string | null;
}

@ObjectType({ description: "Owners above owners, up to one that nobody is known to own." })
export class OwnershipChain {
  @Field(() => [Ownership], { description: "The holdings, from the organization upwards." })
  links!: readonly OwnershipRecord[];

  @Field(() => Truth, { description: "Whether every link held at the date asked for." })
  holds!: Truth;

  @Field(() => Float, {
    nullable: true,
    description: "Percent: the product along the links; null where one is unknown.",
  })
  share!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Percent: the product at the least, of shares and the lower bounds of those that are not known exactly; null where a link has neither.",
  })
  shareAtLeast!: number | null;
}
