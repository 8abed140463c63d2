import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { Language as Languages, inLanguage, listInLanguage } from "../../domain/language.js";
import { Direction } from "../../domain/lineage.js";
import { type Organization as OrganizationRecord, nameAt } from "../../domain/organization.js";
import { parseInterval } from "../../domain/period.js";
import { whenGiven } from "../../loaders/loader.js";
import type { Context } from "../context.js";
import { pageOf } from "../page.js";
import { Edtf } from "../scalars/edtf.js";
import {
  DescentConnection,
  LineageConnection,
  MembershipConnection,
  OwnershipConnection,
} from "../types/connections.js";
import { Truth } from "../types/enums.js";
import { Event, Phase } from "../types/history.js";
import { Descent, OwnershipChain, Ownership } from "../types/lineage.js";
import { Group, Institution, Organization, Unit } from "../types/organization.js";
import { Place } from "../types/place.js";
import {
  Collaboration,
  Funding,
  Location,
  Membership,
  Placement,
  Role,
  Supply,
  TechnologyTransfer,
} from "../types/relations.js";
import { Observation, Sector } from "../types/statistics.js";
import { Town } from "../types/town.js";
import { AtArgs, AtPageArgs, LineageArgs, NameArgs, PageArgs } from "./arguments.js";
import { atDate } from "./at-date.js";
import { byDate } from "./by-date.js";
import { branchesOf, lineageOf } from "./lineage.js";
import { ownershipChains, stateOwnedAt } from "./ownership-chain.js";
import { required, requiredAll } from "./required.js";
import { startsAt } from "./starts-at.js";
import { LanguageArg } from "./language-arg.js";

/** The fields that firms, institutions, units and groups have in common. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => String, {
    description: "The name in use at a date, of a year of change the later one; without a date, the latest name.",
  })
  name(@Root() { names }: OrganizationRecord, @Args(() => NameArgs) { at, language }: NameArgs): string {
    return nameAt(names, language, at == null ? null : parseInterval(at));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What it is, in one to three sentences; null where none was written.",
  })
  summary(@Root() { summary }: OrganizationRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(summary, language);
  }

  @FieldResolver(() => [String], { description: "What it makes or does; empty where the source does not say." })
  products(@Root() { products }: OrganizationRecord, @LanguageArg(Languages.EN) language: Languages) {
    return listInLanguage(products, language);
  }

  @FieldResolver(() => Town, {
    nullable: true,
    description:
      "The studied town it belongs to; null where it belongs to none. A firm at work in two has a unit in each.",
  })
  town(@Root() { town }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return town === null ? null : required(loaders, town);
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: "The country of its head office; null where the source neither gives nor clearly implies it.",
  })
  country(@Root() { country }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return country === null ? null : required(loaders, country);
  }

  @FieldResolver(() => Sector, {
    nullable: true,
    description: "The sector it is counted in; null where the source gives none.",
  })
  sector(@Root() { sector }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return sector === null ? null : required(loaders, sector);
  }

  @FieldResolver(() => [Location], { description: "Where it was, by beginning." })
  async locations(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.locations.load(id), args);
  }

  @FieldResolver(() => [Descent], { description: "Direct predecessors: what this organization came out of, by date." })
  origins(@Root() organization: OrganizationRecord, @Ctx() { loaders }: Context, @Info() info: GraphQLResolveInfo) {
    return branchesOf(loaders, organization, "origins", info);
  }

  @FieldResolver(() => DescentConnection, {
    description: "Direct successors: what came out of this organization, by date.",
  })
  offshoots(
    @Root() organization: OrganizationRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return whenGiven(branchesOf(loaders, organization, "offshoots", info), (offshoots) =>
      pageOf(`offshoots of ${organization.id}`, offshoots, page, { placeOf: byDate, nodeOf: (descent) => descent }),
    );
  }

  @FieldResolver(() => LineageConnection, {
    nullable: true,
    description: "Every organization this one descends from, nearest first (then by id), at any distance, each once.",
  })
  ancestors(
    @Root() organization: OrganizationRecord,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return lineageOf(loaders, organization, Direction.ANCESTORS, args, info);
  }

  @FieldResolver(() => LineageConnection, {
    nullable: true,
    description:
      "Every organization that descends from this one, nearest first (then by id), at any distance, each once. What came out of a unit descends from what the unit was part of at the time; renames are the same organization.",
  })
  descendants(
    @Root() organization: OrganizationRecord,
    @Args(() => LineageArgs) args: LineageArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return lineageOf(loaders, organization, Direction.DESCENDANTS, args, info);
  }

  @FieldResolver(() => [Ownership], { description: "Who owned it, by beginning." })
  async owners(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.owners.load(id), args);
  }

  @FieldResolver(() => OwnershipConnection, { description: "What it owned, by beginning." })
  async holdings(
    @Root() { id }: OrganizationRecord,
    @Args(() => AtPageArgs) args: AtPageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return pageOf(`holdings of ${id}`, atDate(await loaders.holdings.load(id), args), args, {
      placeOf: startsAt,
      nodeOf: (ownership) => ownership,
    });
  }

  @FieldResolver(() => [OwnershipChain], {
    nullable: true,
    description:
      "The last owners up the chain at that date; those that certainly held come first. Empty where no owner is known.",
  })
  ultimateOwners(
    @Root() { id }: OrganizationRecord,
    @Arg("at", () => Edtf, { description: "The date at which every link of a chain held, or possibly did." })
    at: string,
    @Ctx() { loaders }: Context,
  ) {
    return ownershipChains(loaders, id, parseInterval(at));
  }

  @FieldResolver(() => Truth, {
    nullable: true,
    description:
      "Whether the Norwegian state held over half of it throughout that date, directly or through companies in which it held over half. Exactly half is `NO`; where the share is unknown it is `POSSIBLY`, unless the source calls it a state company.",
  })
  stateOwned(
    @Root() organization: OrganizationRecord,
    @Arg("at", () => Edtf, { description: "The date in question." }) at: string,
    @Ctx() { loaders }: Context,
  ) {
    return stateOwnedAt(loaders, organization, parseInterval(at));
  }

  @FieldResolver(() => [Unit], {
    description: "Its divisions, departments and plants, by when they became part of it.",
  })
  async units(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    const placements = atDate(await loaders.units.load(id), args);
    const units = new Set(placements.map(({ unit }) => unit));
    return requiredAll(loaders, [...units]);
  }

  @FieldResolver(() => [Supply], { description: "Who supplied it, by beginning." })
  async suppliers(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.suppliers.load(id), args);
  }

  @FieldResolver(() => [Supply], { description: "Whom it supplied, by beginning." })
  async customers(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.customers.load(id), args);
  }

  @FieldResolver(() => [Collaboration], { description: "With whom it worked together, by beginning." })
  async collaborations(
    @Root() { id }: OrganizationRecord,
    @Args(() => AtArgs) args: AtArgs,
    @Ctx() { loaders }: Context,
  ) {
    return atDate(await loaders.collaborations.load(id), args);
  }

  @FieldResolver(() => [Funding], { description: "Who funded it, by beginning." })
  async funders(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.funders.load(id), args);
  }

  @FieldResolver(() => [Funding], { description: "Whom it funded, by beginning." })
  async funded(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.funded.load(id), args);
  }

  @FieldResolver(() => [TechnologyTransfer], {
    description: "Technology that it took over from others without descent.",
  })
  technologyFrom(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.technologyFrom.load(id);
  }

  @FieldResolver(() => [TechnologyTransfer], {
    description: "Technology of its own that others took over without descent.",
  })
  technologyTo(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.technologyTo.load(id);
  }

  @FieldResolver(() => [Membership], { description: "What it was a member, partner, operator or tenant of." })
  async memberships(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.memberships.load(id), args);
  }

  @FieldResolver(() => [Role], { description: "Who had a role in it, by beginning." })
  async people(@Root() { id }: OrganizationRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.people.load(id), args);
  }

  @FieldResolver(() => [Observation], {
    description:
      "Figures on the people at work in it, by date: head-counts, jobs and man-years, each with its definition.",
  })
  async workforce(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    const observations = await loaders.observations.load(id);
    return observations.filter(({ workforce }) => workforce);
  }

  @FieldResolver(() => [Event], { description: "Events that it took part in, by date." })
  events(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.events.load(id);
  }

  @FieldResolver(() => [Phase], { description: "Phases of history that it belongs to." })
  phases(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.phases.load(id);
  }
}

@Resolver(() => Institution)
export class InstitutionResolver {
  @FieldResolver(() => MembershipConnection, {
    description: "Its members, partners, operators and tenants, by beginning.",
  })
  async members(
    @Root() { id }: OrganizationRecord,
    @Args(() => AtPageArgs) args: AtPageArgs,
    @Ctx() { loaders }: Context,
  ) {
    return pageOf(`members of ${id}`, atDate(await loaders.members.load(id), args), args, {
      placeOf: startsAt,
      nodeOf: (membership) => membership,
    });
  }
}

@Resolver(() => Unit)
export class UnitResolver {
  @FieldResolver(() => [Placement], { description: "What it was part of, by beginning." })
  placements(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.placements.load(id);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description:
      "What it was part of at a date, or possibly was; without a date, the last one. Null where none is known.",
  })
  async unitOf(
    @Root() { id }: OrganizationRecord,
    @Arg("at", () => Edtf, { nullable: true, description: "The date in question; null: the last one." })
    at: string | null | undefined,
    @Ctx() { loaders }: Context,
  ) {
    const placements = await loaders.placements.load(id);
    const certain = atDate(placements, { at, certainOnly: true });
    const last = (certain.length > 0 ? certain : atDate(placements, { at })).at(-1);
    return last === undefined ? null : required(loaders, last.parent);
  }
}

@Resolver(() => Group)
export class GroupResolver {
  @FieldResolver(() => String, { description: "Who is meant." })
  description(@Root() { description, names }: OrganizationRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(description, language) ?? nameAt(names, language, null);
  }

  @FieldResolver(() => [Organization], { description: "Members that the source does name." })
  members(@Root() { members }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, members);
  }
}
