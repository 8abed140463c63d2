import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contradiction as ContradictionRecord } from "../../domain/entity.js";
import type { Gap as GapRecord } from "../../domain/gap.js";
import { Language as Languages, inLanguage } from "../../domain/language.js";
import type { DatasetDescription } from "../../knowledge/dataset.js";
import type { Context } from "../context.js";
import { Dataset } from "../types/dataset.js";
import { Claim, Contradiction, Source } from "../types/evidence.js";
import { Gap } from "../types/gap.js";
import { Entity } from "../types/node.js";
import { required, requiredAll } from "./required.js";
import { LanguageArg } from "./language-arg.js";

@Resolver(() => Contradiction)
export class ContradictionResolver {
  @FieldResolver(() => [Entity], { description: "What the rival statements are about." })
  about(@Root() { about }: ContradictionRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, about);
  }

  @FieldResolver(() => String, { description: "Why they cannot all be right." })
  explanation(@Root() { explanation, id }: ContradictionRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(explanation, language) ?? id;
  }

  @FieldResolver(() => [Claim], { description: "The rival statements, each with where it stands." })
  claims(@Root() { id }: ContradictionRecord, @Ctx() { loaders }: Context) {
    return loaders.claimsOfContradiction.load(id);
  }
}

@Resolver(() => Gap)
export class GapResolver {
  @FieldResolver(() => Entity, { description: "Of what it is not known." })
  node(@Root() { node }: GapRecord, @Ctx() { loaders }: Context) {
    return required(loaders, node);
  }
}

@Resolver(() => Dataset)
export class DatasetResolver {
  @FieldResolver(() => String, { description: "What it is called." })
  title(@Root() { title }: DatasetDescription) {
    return inLanguage(title, Languages.EN) ?? "";
  }

  @FieldResolver(() => [Source], { description: "What everything in it is cited from." })
  sources(@Root() { sources }: DatasetDescription, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, sources);
  }
}
