import { Field, ObjectType } from "type-graphql";
import type { Period as PeriodRecord } from "../../domain/period.js";
import { CollaborationForm, LocationUse, MembershipRole, RoleKind, TransferKind } from "./enums.js";
import { Fact, NotedFact } from "./evidence.js";
import { Period } from "./time.js";

const periodDescription = "When it held; null where the source does not date it.";

@ObjectType({ description: "Where an organization was." })
export class Location extends NotedFact {
  @Field(() => LocationUse, {
    nullable: true,
    description: "What the place was to it; null where the source does not say.",
  })
  use!: LocationUse | null;

  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "One organization supplied another." })
export class Supply extends NotedFact {
  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "One organization gave another money." })
export class Funding extends NotedFact {
  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "Technology taken over without descent: a licence, rights, results of research." })
export class TechnologyTransfer extends NotedFact {
  @Field(() => TransferKind, { description: "What was taken over." })
  kind!: TransferKind;

  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "A unit's place in an organization over time." })
export class Placement extends Fact {
  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "Organizations worked together." })
export class Collaboration extends NotedFact {
  @Field(() => CollaborationForm, { description: "In what form." })
  form!: CollaborationForm;

  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "An organization belonged to an institution." })
export class Membership extends NotedFact {
  @Field(() => MembershipRole, { description: "As what." })
  as!: MembershipRole;

  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}

@ObjectType({ description: "A person had a role in an organization." })
export class Role extends Fact {
  @Field(() => RoleKind, { description: "What kind of role." })
  kind!: RoleKind;

  @Field(() => Period, { nullable: true, description: periodDescription })
  period!: PeriodRecord | null;
}
