import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type {
  Entity as EntityRecord,
  Place as PlaceRecord,
  Sector as SectorRecord,
  Activity as ActivityRecord,
} from "../../domain/entity.js";
import { labelOf } from "../../domain/label.js";
import { Language as Languages, inLanguage } from "../../domain/language.js";
import type { Context } from "../context.js";
import { PlaceKind } from "../types/enums.js";
import { Claim } from "../types/evidence.js";
import { Entity } from "../types/node.js";
import { Place } from "../types/place.js";
import { Activity, Sector } from "../types/statistics.js";
import { LanguageArg } from "./language-arg.js";
import { required, requiredAll } from "./required.js";

@Resolver(() => Entity)
export class EntityResolver {
  @FieldResolver(() => String, {
    description: "A title to show: a name, an event's title, a cell's measure and value.",
  })
  label(@Root() entity: EntityRecord, @LanguageArg(Languages.EN) language: Languages): string {
    return labelOf(entity, language);
  }

  @FieldResolver(() => [Claim], { description: "Rival values that the source gives for properties of it." })
  claims(@Root() { id }: EntityRecord, @Ctx() { loaders }: Context) {
    return loaders.claims.load(id);
  }
}

@Resolver(() => Place)
export class PlaceResolver {
  @FieldResolver(() => String, { description: "Its name." })
  name(@Root() { name, id }: PlaceRecord, @LanguageArg(Languages.NB) language: Languages): string {
    return inLanguage(name, language) ?? id;
  }

  @FieldResolver(() => PlaceKind, { description: "What kind of place it is." })
  kind(@Root() { placeKind }: PlaceRecord) {
    return placeKind;
  }

  @FieldResolver(() => Place, {
    nullable: true,
    description: "The place that it lies in; null where the dataset names none.",
  })
  within(@Root() { within }: PlaceRecord, @Ctx() { loaders }: Context) {
    return within === null ? null : required(loaders, within);
  }

  @FieldResolver(() => [Place], { description: "The members of a set of places; empty for any other place." })
  parts(@Root() { parts }: PlaceRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, parts);
  }
}

@Resolver(() => Sector)
export class SectorResolver {
  @FieldResolver(() => String, { description: "Its name." })
  name(@Root() { name, id }: SectorRecord, @LanguageArg(Languages.NB) language: Languages): string {
    return inLanguage(name, language) ?? id;
  }

  @FieldResolver(() => Sector, {
    nullable: true,
    description: "The sector that it is part of; null where it is part of none.",
  })
  within(@Root() { within }: SectorRecord, @Ctx() { loaders }: Context) {
    return within === null ? null : required(loaders, within);
  }

  @FieldResolver(() => [Sector], { description: "Of a group of sectors: those in it." })
  parts(@Root() { parts }: SectorRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, parts);
  }
}

@Resolver(() => Activity)
export class ActivityResolver {
  @FieldResolver(() => String, { description: "The name of the NACE class." })
  name(@Root() { name, nace }: ActivityRecord, @LanguageArg(Languages.NB) language: Languages): string {
    return inLanguage(name, language) ?? nace;
  }
}
