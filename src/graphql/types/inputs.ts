import { Field, Float, ID, InputType, Int } from "type-graphql";
import type {
  DescentFilter as DescentConditions,
  OwnerFilter as OwnerConditions,
} from "../../knowledge/organization-filter.js";
import type {
  Order,
  OrderField as OrderFields,
  SortDirection as SortDirections,
} from "../../knowledge/organizations.js";
import { Edtf } from "../scalars/edtf.js";
import {
  Certainty,
  Continuity,
  EventKind,
  FirmKind,
  InstitutionKind,
  Mechanism,
  OrderField,
  OrganizationKind,
  SortDirection,
} from "./enums.js";

@InputType({
  description:
    "What every link of a way has to be. A link passes with one of the `mechanisms` and one of the `continuity`.",
})
export class DescentFilter implements DescentConditions {
  @Field(() => [Mechanism], { nullable: true, description: "Any of these; without them all but `INITIATIVE`." })
  mechanisms?: Mechanism[] | null;

  @Field(() => [Continuity], {
    nullable: true,
    description: "At least one of these carried over; without them whatever did.",
  })
  continuity?: Continuity[] | null;

  @Field(() => Edtf, { nullable: true, description: "Dated within this, or possibly; without it at any time." })
  during?: string | null;

  @Field(() => Certainty, {
    nullable: true,
    description: "At least as certain: STATED > INFERRED > DISPUTED; without it any.",
  })
  minCertainty?: Certainty | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether to follow links, too, that follow from where units were placed (`Descent.derived`).",
  })
  throughUnits!: boolean;

  @Field(() => [ID], {
    nullable: true,
    description:
      "Not resting on any of these sources; one that follows from several facts rests on the sources of all.",
  })
  excludeSources?: string[] | null;
}

@InputType({ description: "Related by descent to an organization that fulfils a filter." })
export class LineageFilter {
  @Field(() => OrganizationFilter, { description: "What the other end must be." })
  organization!: OrganizationFilter;

  @Field(() => DescentFilter, {
    nullable: true,
    description: "What every link of some way must be; without it any but `INITIATIVE`.",
  })
  along?: DescentFilter | null;

  @Field(() => Int, { nullable: true, description: "The greatest number of links; without it any." })
  maxDepth?: number | null;
}

@InputType({ description: "Conditions on one owner of an organization and on what it holds; all hold." })
export class OwnerFilter implements OwnerConditions {
  @Field(() => OrganizationFilter, { nullable: true, description: "The owner is an organization that fulfils this." })
  organization?: OrganizationFilter | null;

  @Field(() => ID, { nullable: true, description: "The owner is this person." })
  person?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "The owner is from another country than the owned one, or (false) from the same; both are known.",
  })
  foreign?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "The owner is from one of these countries." })
  countries?: string[] | null;

  @Field(() => Edtf, {
    nullable: true,
    description: "It held throughout this date; without it at any time. Needed beside `ultimate`.",
  })
  at?: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "It held at least this many percent; beside `ultimate`, by the product of the shares along the chain. A share of which only bounds are known is `POSSIBLY` enough between them.",
  })
  minShare?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "The owner is at the end of a chain of owners, where nobody is known to own it, rather than direct.",
  })
  ultimate!: boolean;
}

@InputType({
  description:
    "Conditions on one level all hold. They are reckoned in three values (a `not` of `POSSIBLY` is `POSSIBLY`), and what comes out `NO` is left out; `certainOnly`, read at the top level only, leaves out `POSSIBLY`.",
})
export class OrganizationFilter {
  @Field(() => [ID], { nullable: true, description: "One of these ids." })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belongs to this studied town: `town/horten`." })
  town?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "At any location in this place or within it, at the date of `existingAt` where that is given.",
  })
  locatedIn?: string | null;

  @Field(() => ID, { nullable: true, description: "Has its head office in this country: `place/norway`." })
  country?: string | null;

  @Field(() => [OrganizationKind], { nullable: true, description: "One of these kinds of organization." })
  kinds?: OrganizationKind[] | null;

  @Field(() => [FirmKind], { nullable: true, description: "A firm of one of these kinds." })
  firmKinds?: FirmKind[] | null;

  @Field(() => [InstitutionKind], { nullable: true, description: "An institution of one of these kinds." })
  institutionKinds?: InstitutionKind[] | null;

  @Field(() => [ID], { nullable: true, description: "In one of these sectors." })
  sectors?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belongs to this phase of history." })
  phase?: string | null;

  @Field(() => String, { nullable: true, description: "In any of its names or aliases, letters folded." })
  nameContains?: string | null;

  @Field(() => String, { nullable: true, description: "In its names, products or summary, letters folded." })
  text?: string | null;

  @Field(() => Edtf, { nullable: true, description: "Began within this date." })
  foundedDuring?: string | null;

  @Field(() => Edtf, { nullable: true, description: "Ended within this date." })
  endedDuring?: string | null;

  @Field(() => Edtf, { nullable: true, description: "Existed throughout this date." })
  existingAt?: string | null;

  @Field(() => Edtf, {
    nullable: true,
    description: "The Norwegian state held over half of it throughout this date: `Organization.stateOwned`.",
  })
  stateOwnedAt?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "State-owned at some time, and since then ended, broken up or sold: a company that was the state's to its end is one.",
  })
  formerStateCompany?: boolean | null;

  @Field(() => OwnerFilter, { nullable: true, description: "Some one owner of it fulfils all of this." })
  ownedBy?: OwnerFilter | null;

  @Field(() => ID, {
    nullable: true,
    description: "Member, partner, operator or tenant of this institution at some time.",
  })
  memberOf?: string | null;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description: "Supplied at some time an organization that fulfils this.",
  })
  supplies?: OrganizationFilter | null;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description: "Was supplied at some time by an organization that fulfils this.",
  })
  suppliedBy?: OrganizationFilter | null;

  @Field(() => OrganizationFilter, {
    nullable: true,
    description: "Worked together at some time with an organization that fulfils this.",
  })
  collaboratesWith?: OrganizationFilter | null;

  @Field(() => LineageFilter, { nullable: true, description: "Descends from an organization that fulfils this." })
  descendsFrom?: LineageFilter | null;

  @Field(() => LineageFilter, { nullable: true, description: "Is an ancestor of an organization that fulfils this." })
  ancestorOf?: LineageFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "At the top level: leave out what fulfils the conditions only possibly.",
  })
  certainOnly?: boolean | null;

  @Field(() => [OrganizationFilter], { nullable: true, description: "All of these hold, too." })
  and?: OrganizationFilter[] | null;

  @Field(() => [OrganizationFilter], {
    nullable: true,
    description: "At least one of these holds; none does where the list is empty.",
  })
  or?: OrganizationFilter[] | null;

  @Field(() => OrganizationFilter, { nullable: true, description: "This does not hold." })
  not?: OrganizationFilter | null;
}

@InputType({ description: "The order of organizations; ties by id." })
export class OrganizationOrder implements Order {
  @Field(() => OrderField, { description: "What they are ordered by." })
  field!: OrderFields;

  @Field(() => SortDirection, { defaultValue: SortDirection.ASC, description: "In which direction." })
  direction!: SortDirections;
}

@InputType({ description: "Conditions on events; all hold." })
export class EventFilter {
  @Field(() => Edtf, { nullable: true, description: "Happened within this date, or possibly did." })
  during?: string | null;

  @Field(() => ID, { nullable: true, description: "Happened in this studied town." })
  town?: string | null;

  @Field(() => [EventKind], { nullable: true, description: "Of one of these kinds." })
  kinds?: EventKind[] | null;

  @Field(() => ID, { nullable: true, description: "This organization or person took part." })
  participant?: string | null;

  @Field(() => ID, { nullable: true, description: "Belongs to this phase of history." })
  phase?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Leave out what happened within `during` only possibly." })
  certainOnly!: boolean;
}

@InputType({ description: "A classification that a cell falls under." })
export class CategoryFilter {
  @Field(() => String, {
    nullable: true,
    description: "What the classification is by, such as `size class`; without it any.",
  })
  dimension?: string | null;

  @Field(() => [String], { nullable: true, description: "One of these classes; without them any." })
  values?: string[] | null;
}

@InputType({ description: "Conditions on observations; all hold." })
export class ObservationFilter {
  @Field(() => [String], { nullable: true, description: "Of one of these measures: `employment`." })
  measures?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "About one of these places." })
  places?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "About one of these organizations." })
  organizations?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "About one of these sectors." })
  sectors?: string[] | null;

  @Field(() => [CategoryFilter], { nullable: true, description: "Under all of these classifications." })
  categories?: CategoryFilter[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "In one of these tables: ids, or numbers as printed where only one source has them.",
  })
  tables?: string[] | null;

  @Field(() => Edtf, { nullable: true, description: "Of a year or span of years that touches this date." })
  during?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only sums over others (true), or only what is none (false); null: both.",
  })
  totals?: boolean | null;
}
