import { Field, Int, InterfaceType, ObjectType } from "type-graphql";
import type { Organization as OrganizationRecord } from "../../domain/organization.js";
import { FirmKind, InstitutionKind, OrganizationDimension } from "./enums.js";
import { Citation } from "./evidence.js";
import { Entity, Node, typeNameOf } from "./node.js";
import { DatedName, Period } from "./time.js";

@InterfaceType({
  implements: [Node, Entity],
  resolveType: typeNameOf,
  description:
    "Someone that acts: a firm, an institution, a unit inside one, or a group that the source does not name.",
})
export abstract class Organization
  extends Entity
  implements Pick<OrganizationRecord, "names" | "aliases" | "existence" | "citations">
{
  @Field(() => [DatedName], {
    description: "Its names, with when they were in use; where they changed, the oldest first.",
  })
  names!: OrganizationRecord["names"];

  @Field(() => [String], {
    description: "Every other form in which the source writes it: abbreviations, misspellings.",
  })
  aliases!: readonly string[];

  @Field(() => Period, { description: "When it existed, as the source says; `/` where it says neither end." })
  existence!: OrganizationRecord["existence"];

  @Field(() => [Citation], { description: "Where it is written of." })
  citations!: OrganizationRecord["citations"];
}

const inherited = [Node, Entity, Organization];

@ObjectType({
  implements: inherited,
  description:
    "An undertaking run as a business. One node for as long as it is the same undertaking, whatever it is called or whoever owns it.",
})
export class Firm extends Organization implements Pick<OrganizationRecord, "firmKind"> {
  @Field(() => FirmKind, {
    nullable: true,
    description: "The part it plays in its trade; null where the source leaves that open.",
  })
  firmKind!: FirmKind | null;
}

@ObjectType({
  implements: inherited,
  description: "A research institute, school, ministry, municipality, fund, programme, network or the like.",
})
export class Institution extends Organization {
  @Field(() => InstitutionKind, { description: "What kind of institution it is." })
  institutionKind!: InstitutionKind;
}

@ObjectType({
  implements: inherited,
  description:
    "A division, department, plant or business line inside an organization. Businesses move between firms while the firms stay: units carry that.",
})
export class Unit extends Organization {}

@ObjectType({
  implements: inherited,
  description:
    "Organizations or owners that the source describes and does not name, or counts together: `local owners`, `the 35 firms of the park`, `the firms of a town`.",
})
export class Group extends Organization implements Pick<OrganizationRecord, "size"> {
  @Field(() => Int, {
    nullable: true,
    description: "How many are in it; 1 for an unnamed single one, null where the source does not say.",
  })
  size!: number | null;
}

@ObjectType({ description: "What the organizations of a group have in common." })
export class OrganizationGroupKey {
  @Field(() => OrganizationDimension, { description: "What they are counted by." })
  dimension!: OrganizationDimension;

  @Field(() => String, { description: "The id or word that they have in common; empty where they have none." })
  value!: string;
}

@ObjectType({ description: "How many organizations have something in common." })
export class OrganizationGroup {
  @Field(() => [OrganizationGroupKey], { description: "What they have in common, in the order of the question." })
  keys!: OrganizationGroupKey[];

  @Field(() => Int, { description: "How many there are." })
  count!: number;
}
