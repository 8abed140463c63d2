import { ArgsType, Field, Int } from "type-graphql";
import {
  type OrganizationFilter as OrganizationFilterRecord,
  type DescentFilter as DescentFilterRecord,
} from "../../knowledge/organization-filter.js";
import { Edtf } from "../scalars/edtf.js";
import { DescentFilter, OrganizationFilter, OrganizationOrder } from "../types/inputs.js";

/** Arguments that several fields take. */

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "How many at the most, from 0 to 500. 0 gives no edges and the count; left out: 50 in root fields, 25 in others.",
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "A cursor: only what comes after it." })
  after?: string | null;
}

@ArgsType()
export class AtArgs {
  @Field(() => Edtf, {
    nullable: true,
    description: "Only what held throughout this date, or possibly did; null: whatever held at any time.",
  })
  at?: string | null;
}

@ArgsType()
export class CertainAtArgs extends AtArgs {
  @Field(() => Boolean, { defaultValue: false, description: "Leave out what held at that date only possibly." })
  certainOnly!: boolean;
}

@ArgsType()
export class CertainAtPageArgs extends CertainAtArgs {
  @Field(() => Int, { nullable: true, description: "How many at the most, from 0 to 500; left out: 25." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "A cursor: only what comes after it." })
  after?: string | null;
}

@ArgsType()
export class AtPageArgs extends AtArgs {
  @Field(() => Int, { nullable: true, description: "How many at the most, from 0 to 500; left out: 25." })
  first?: number | null;

  @Field(() => String, { nullable: true, description: "A cursor: only what comes after it." })
  after?: string | null;
}

@ArgsType()
export class OrganizationListArgs extends PageArgs {
  @Field(() => OrganizationFilter, { nullable: true, description: "Only organizations that fulfil this; null: all." })
  where?: OrganizationFilterRecord | null;

  @Field(() => OrganizationOrder, { nullable: true, description: "Their order; null: by name." })
  orderBy?: OrganizationOrder | null;
}

@ArgsType()
export class OrganizationPagesArgs extends OrganizationListArgs {
  @Field(() => Int, {
    nullable: true,
    description: "How many at the most from the end, from 0 to 500. Not together with `first`.",
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "A cursor: only what comes before it." })
  before?: string | null;
}

@ArgsType()
export class LineageArgs extends PageArgs {
  @Field(() => OrganizationFilter, {
    nullable: true,
    description: "Only organizations that fulfil this are listed; ways may lead through others.",
  })
  where?: OrganizationFilterRecord | null;

  @Field(() => DescentFilter, {
    nullable: true,
    description: "What every link of a way has to be; null: any link but of the mechanism `INITIATIVE`.",
  })
  along?: DescentFilterRecord | null;

  @Field(() => Int, { nullable: true, description: "The greatest number of links, from 0 to 25; left out: 25." })
  maxDepth?: number | null;
}
