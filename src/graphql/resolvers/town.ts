import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Place as PlaceRecord } from "../../domain/entity.js";
import { Language as Languages, inLanguage } from "../../domain/language.js";
import { happened, intervalOf, parseInterval } from "../../domain/period.js";
import { Truth } from "../../domain/truth.js";
import type { Context } from "../context.js";
import { pageOf } from "../page.js";
import { EventConnection, ObservationConnection, OrganizationConnection } from "../types/connections.js";
import { Phase } from "../types/history.js";
import { Area } from "../types/place.js";
import { Town } from "../types/town.js";
import { ObservationsArgs, OrganizationListArgs, TimelineArgs } from "./arguments.js";
import { byDate } from "./by-date.js";
import { observationPage } from "./observation-list.js";
import { organizationPageOfTown } from "./organization-list.js";
import { LanguageArg } from "./language-arg.js";

const observationsOfPlace = "Figures about it: cells of tables and figures in the text.";

@Resolver(() => Town)
export class TownResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "What it is, in one to three sentences; null where none was written.",
  })
  summary(@Root() { summary }: PlaceRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(summary, language);
  }

  @FieldResolver(() => [Phase], {
    description: "The phases of its history, by beginning; divisions of several authors stand side by side.",
  })
  phases(@Root() { id }: PlaceRecord, @Ctx() { loaders }: Context) {
    return loaders.townPhases.load(id);
  }

  @FieldResolver(() => OrganizationConnection, {
    description: "What belongs to the town, by name where no order is given.",
  })
  organizations(
    @Root() { id }: PlaceRecord,
    @Args(() => OrganizationListArgs) args: OrganizationListArgs,
    @Ctx() context: Context,
  ) {
    return organizationPageOfTown(context, id, args);
  }

  @FieldResolver(() => EventConnection, { description: "What happened there, by date." })
  async timeline(
    @Root() { id }: PlaceRecord,
    @Args(() => TimelineArgs) { during, certainOnly, ...page }: TimelineArgs,
    @Ctx() { loaders }: Context,
  ) {
    const events = await loaders.townEvents.load(id);
    const interval = during == null ? null : parseInterval(during);
    const within = events.filter(({ date }) => {
      if (interval === null) return true;
      const truth = date === null ? Truth.POSSIBLY : happened(intervalOf(date), interval);
      return truth === Truth.YES || (truth === Truth.POSSIBLY && !certainOnly);
    });
    return pageOf(`timeline of ${id}`, within, page, { placeOf: byDate, nodeOf: (event) => event });
  }

  @FieldResolver(() => ObservationConnection, { description: observationsOfPlace })
  observations(
    @Root() { id }: PlaceRecord,
    @Args(() => ObservationsArgs) { where, ...page }: ObservationsArgs,
    @Ctx() context: Context,
  ) {
    return observationPage(context, where, { places: [id] }, page);
  }
}

/** Any other place has its figures, too. */
@Resolver(() => Area)
export class AreaResolver {
  @FieldResolver(() => ObservationConnection, { description: observationsOfPlace })
  observations(
    @Root() { id }: PlaceRecord,
    @Args(() => ObservationsArgs) { where, ...page }: ObservationsArgs,
    @Ctx() context: Context,
  ) {
    return observationPage(context, where, { places: [id] }, page);
  }
}
