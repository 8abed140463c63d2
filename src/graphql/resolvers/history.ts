import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Event as EventRecord, Phase as PhaseRecord } from "../../domain/entity.js";
import { Language as Languages, inLanguage, listInLanguage } from "../../domain/language.js";
import { sortKey, nameAt } from "../../domain/organization.js";
import type { Context } from "../context.js";
import { pageOf } from "../page.js";
import { EventConnection, OrganizationConnection } from "../types/connections.js";
import { EventKind } from "../types/enums.js";
import { Event, Participant, Phase } from "../types/history.js";
import { Town } from "../types/town.js";
import { PageArgs } from "./arguments.js";
import { byDate } from "./by-date.js";
import { required, requiredAll } from "./required.js";
import { LanguageArg } from "./language-arg.js";

@Resolver(() => Phase)
export class PhaseResolver {
  @FieldResolver(() => String, {
    description: "The division of history it is part of: a chapter's own phases, or the comparative ones.",
  })
  division(@Root() { division, id }: PhaseRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(division, language) ?? id;
  }

  @FieldResolver(() => Phase, {
    nullable: true,
    description: "The phase that it is part of; null where it is part of none.",
  })
  within(@Root() { within }: PhaseRecord, @Ctx() { loaders }: Context) {
    return within === null ? null : required(loaders, within);
  }

  @FieldResolver(() => String, { description: "Its name." })
  name(@Root() { name, id }: PhaseRecord, @LanguageArg(Languages.NB) language: Languages) {
    return inLanguage(name, language) ?? id;
  }

  @FieldResolver(() => [Town], { description: "The towns whose history it is part of." })
  towns(@Root() { towns }: PhaseRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, towns);
  }

  @FieldResolver(() => [String], { description: "What drove the development, as the source sees it." })
  drivers(@Root() { drivers }: PhaseRecord, @LanguageArg(Languages.EN) language: Languages) {
    return listInLanguage(drivers, language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What it was, in one to three sentences; null where none was written.",
  })
  summary(@Root() { summary }: PhaseRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(summary, language);
  }

  @FieldResolver(() => OrganizationConnection, { description: "Organizations that belong to it, by name." })
  async organizations(@Root() { id }: PhaseRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context) {
    return pageOf(`organizations of ${id}`, await loaders.phaseOrganizations.load(id), page, {
      placeOf: ({ names, id: last }) => ({ key: sortKey(nameAt(names, Languages.NB, null)), id: last }),
      nodeOf: (organization) => organization,
    });
  }

  @FieldResolver(() => EventConnection, { description: "Events that belong to it, by date." })
  async events(@Root() { id }: PhaseRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: Context) {
    return pageOf(`events of ${id}`, await loaders.phaseEvents.load(id), page, {
      placeOf: byDate,
      nodeOf: (event) => event,
    });
  }
}

@Resolver(() => Event)
export class EventResolver {
  @FieldResolver(() => EventKind, { description: "What kind of event it is." })
  kind(@Root() { eventKind }: EventRecord) {
    return eventKind;
  }

  @FieldResolver(() => String, { description: "What happened, in a few words." })
  title(@Root() { title, id }: EventRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(title, language) ?? id;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What happened, in one to three sentences; null where none was written.",
  })
  summary(@Root() { summary }: EventRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(summary, language);
  }

  @FieldResolver(() => [Phase], { description: "Phases of history that it belongs to." })
  phases(@Root() { id }: EventRecord, @Ctx() { loaders }: Context) {
    return loaders.phases.load(id);
  }

  @FieldResolver(() => [Participant], { description: "Who took part, and as what." })
  participants(@Root() { id }: EventRecord, @Ctx() { loaders }: Context) {
    return loaders.participants.load(id);
  }

  @FieldResolver(() => [Town], { description: "The studied towns in which it happened." })
  towns(@Root() { towns }: EventRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, towns);
  }
}
