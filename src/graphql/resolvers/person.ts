import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Person as PersonRecord } from "../../domain/entity.js";
import type { Context } from "../context.js";
import { Event } from "../types/history.js";
import { Ownership } from "../types/lineage.js";
import { Person } from "../types/person.js";
import { Role } from "../types/relations.js";
import { AtArgs } from "./arguments.js";
import { atDate } from "./at-date.js";

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => [Role], { description: "Roles in organizations, by beginning." })
  roles(@Root() { id }: PersonRecord, @Ctx() { loaders }: Context) {
    return loaders.roles.load(id);
  }

  @FieldResolver(() => [Ownership], { description: "What the person owned, by beginning." })
  async holdings(@Root() { id }: PersonRecord, @Args(() => AtArgs) args: AtArgs, @Ctx() { loaders }: Context) {
    return atDate(await loaders.holdings.load(id), args);
  }

  @FieldResolver(() => [Event], { description: "Events that the person took part in, by date." })
  events(@Root() { id }: PersonRecord, @Ctx() { loaders }: Context) {
    return loaders.events.load(id);
  }
}
