import { ArgsType, Field, ID, Int } from "type-graphql";
import type {
  DescentFilter as DescentConditions,
  OrganizationFilter as Conditions,
} from "../../knowledge/organization-filter.js";
import { Edtf } from "../scalars/edtf.js";
import {
  GapKind,
  Language,
  NodeKind,
  ObservationDimension,
  OrganizationDimension,
  PlaceKind,
  RoleKind,
} from "../types/enums.js";
import {
  DescentFilter,
  EventFilter,
  ObservationFilter,
  OrganizationFilter,
  OrganizationOrder,
} from "../types/inputs.js";

// Arguments of fields that take several, in the order in which the schema shows them. What many fields take is one of
// the decorators below, so that it reads alike everywhere.

const First = (otherwise: number) =>
  Field(() => Int, {
    nullable: true,
    description: `How many at the most, from 0 to 500; left out: ${otherwise}. 0 gives no edges, and the count.`,
  });
const After = () => Field(() => String, { nullable: true, description: "A cursor: only what comes after it." });
const At = () =>
  Field(() => Edtf, {
    nullable: true,
    description: "Only what held throughout this date, or possibly did; null: whatever held at any time.",
  });
const CertainOnly = () =>
  Field(() => Boolean, { defaultValue: false, description: "Leave out what held at that date only possibly." });
const Along = () =>
  Field(() => DescentFilter, {
    nullable: true,
    description: "What every link has to be; null: any link but of the mechanism `INITIATIVE`.",
  });

@ArgsType()
export class PageArgs {
  @First(25) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class NameArgs {
  @Field(() => Edtf, { nullable: true, description: "The date in question; null: the latest name." })
  at?: string | null;

  @Field(() => Language, { defaultValue: Language.NB, description: "Names in it come first." })
  language!: Language;
}

@ArgsType()
export class AtArgs {
  @At() at?: string | null;
  @CertainOnly() certainOnly!: boolean;
}

@ArgsType()
export class AtPageArgs {
  @At() at?: string | null;
  @CertainOnly() certainOnly!: boolean;
  @First(25) first?: number | null;
  @After() after?: string | null;
}

const Where = () =>
  Field(() => OrganizationFilter, { nullable: true, description: "Only organizations that fulfil this; null: all." });
const OrderBy = () => Field(() => OrganizationOrder, { nullable: true, description: "Their order; null: by name." });

@ArgsType()
export class OrganizationListArgs {
  @Where() where?: Conditions | null;
  @OrderBy() orderBy?: OrganizationOrder | null;
  @First(25) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class OrganizationPagesArgs {
  @Where() where?: Conditions | null;
  @OrderBy() orderBy?: OrganizationOrder | null;
  @First(50) first?: number | null;
  @After() after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many at the most from the end, from 0 to 500. Not together with `first`.",
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: "A cursor: only what comes before it." })
  before?: string | null;
}

@ArgsType()
export class LineageArgs {
  @Field(() => OrganizationFilter, {
    nullable: true,
    description: "Only organizations that fulfil this are listed; ways may lead through others. Null: all.",
  })
  where?: Conditions | null;

  @Along() along?: DescentConditions | null;

  @Field(() => Int, { nullable: true, description: "The greatest number of links, from 0 to 25; left out: 25." })
  maxDepth?: number | null;

  @First(25) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class LineagePathsArgs {
  @Field(() => ID, { description: "Id of an organization." })
  from!: string;

  @Field(() => ID, { description: "Id of the other." })
  to!: string;

  @Along() along?: DescentConditions | null;

  @Field(() => Int, { defaultValue: 12, description: "The greatest number of links, from 0 to 50." })
  maxLength!: number;

  @Field(() => Int, { defaultValue: 25, description: "How many ways at the most, from 0 to 500." })
  first!: number;
}

@ArgsType()
export class CommonAncestorsArgs {
  @Field(() => [ID], { description: "Ids of at least two organizations." })
  of!: string[];

  @Along() along?: DescentConditions | null;
}

@ArgsType()
export class SearchArgs {
  @Field(() => String, { description: "A name or the beginning of one." })
  text!: string;

  @Field(() => [NodeKind], { nullable: true, description: "Only nodes of these kinds; null: of all." })
  kinds?: NodeKind[] | null;

  @Field(() => Int, { defaultValue: 20, description: "How many at the most, from 0 to 500." })
  first!: number;

  @After() after?: string | null;
}

@ArgsType()
export class PeopleArgs {
  @Field(() => ID, { nullable: true, description: "Only people with a role in this organization; null: in any." })
  organization?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only people with a role in an organization of this town; null: of any.",
  })
  town?: string | null;

  @Field(() => [RoleKind], {
    nullable: true,
    description: "Only people with a role of one of these kinds; null: of any.",
  })
  kinds?: RoleKind[] | null;

  @First(50) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class PlacesArgs {
  @Field(() => [PlaceKind], { nullable: true, description: "Only places of these kinds; null: of all." })
  kinds?: PlaceKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only places within this one, at any depth, itself left out; null: all.",
  })
  within?: string | null;
}

@ArgsType()
export class EventsArgs {
  @Field(() => EventFilter, { nullable: true, description: "Only events that fulfil this; null: all." })
  where?: EventFilter | null;

  @First(50) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class TimelineArgs {
  @Field(() => Edtf, {
    nullable: true,
    description: "Only what happened within this date, or possibly did; null: all.",
  })
  during?: string | null;

  @CertainOnly() certainOnly!: boolean;
  @First(25) first?: number | null;
  @After() after?: string | null;
}

const WhichObservations = () =>
  Field(() => ObservationFilter, { nullable: true, description: "Only those that fulfil this; null: all." });

@ArgsType()
export class ObservationsArgs {
  @WhichObservations() where?: ObservationFilter | null;
  @First(25) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class AllObservationsArgs {
  @WhichObservations() where?: ObservationFilter | null;
  @First(50) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class ContradictionsArgs {
  @Field(() => ID, { nullable: true, description: "Only those about this node; null: all." })
  about?: string | null;

  @Field(() => ID, { nullable: true, description: "Only those about this town or an organization of it; null: all." })
  town?: string | null;

  @First(50) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class GapsArgs {
  @Field(() => ID, { nullable: true, description: "Only those of this town; null: all." })
  town?: string | null;

  @Field(() => [GapKind], { nullable: true, description: "Only these kinds; null: all." })
  kinds?: GapKind[] | null;

  @First(50) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class CitedArgs {
  @Field(() => Int, { nullable: true, description: "The printed page; null: any." })
  page?: number | null;

  @Field(() => String, { nullable: true, description: "The number of the table as printed; null: any." })
  table?: string | null;

  @First(25) first?: number | null;
  @After() after?: string | null;
}

@ArgsType()
export class IdentifyArgs {
  @Field(() => [String], { description: "Names as they are in data of one's own; at most 500." })
  names!: string[];

  @Field(() => [NodeKind], { nullable: true, description: "Only nodes of these kinds; null: of any." })
  kinds?: NodeKind[] | null;

  @Field(() => Int, { defaultValue: 3, description: "How many nodes for each name at the most, from 0 to 500." })
  candidates!: number;
}

@ArgsType()
export class OrganizationGroupsArgs {
  @Where() where?: Conditions | null;

  @Field(() => [OrganizationDimension], { description: "What they are counted by; without any, all together." })
  by!: OrganizationDimension[];
}

@ArgsType()
export class ObservationGroupsArgs {
  @Field(() => ObservationFilter, { nullable: true, description: "Only observations that fulfil this; null: all." })
  where?: ObservationFilter | null;

  @Field(() => [ObservationDimension], {
    description: "What they are grouped by; they are always split by measure and unit.",
  })
  by!: ObservationDimension[];
}

@ArgsType()
export class CompareTownsArgs {
  @Field(() => [ID], {
    nullable: true,
    description: "Towns or any other places, aggregates included; null: all that the table compares.",
  })
  places?: string[] | null;

  @Field(() => String, { description: "What is compared: the id of a measure, such as `employment`." })
  measure!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A table by id, or by number as printed; null: the one that covers most of the places.",
  })
  table?: string | null;

  @Field(() => Edtf, { description: "The earlier date, such as `1997`." })
  from!: string;

  @Field(() => Edtf, { description: "The later date." })
  to!: string;
}
