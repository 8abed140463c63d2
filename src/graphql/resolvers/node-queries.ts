import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Entity } from "../../domain/entity.js";
import type { NodeKind as NodeKinds } from "../../domain/vocabulary.js";
import type { Context } from "../context.js";
import type { Place as Position } from "../../knowledge/buckets.js";
import { type Given, whenGiven } from "../../loaders/loader.js";
import { ErrorCode, RequestError } from "../error.js";
import { pageLimit, pageOf, pageSize } from "../page.js";
import {
  FirmConnection,
  Identification,
  InstitutionConnection,
  OrganizationConnection,
  SearchConnection,
} from "../types/connections.js";
import { Node } from "../types/node.js";
import { Firm, Institution, Organization } from "../types/organization.js";
import { IdentifyArgs, OrganizationPagesArgs, SearchArgs } from "./arguments.js";
import { organizationPage } from "./organization-list.js";
import { required } from "./required.js";

/** Nodes by id and by name, and the lists of organizations. */
@Resolver()
export class NodeQueries {
  @Query(() => Node, { nullable: true, description: "Anything by its id; null where there is none of that id." })
  node(@Arg("id", () => ID, { description: "Such as `firm/sensonor`." }) id: string, @Ctx() { loaders }: Context) {
    return loaders.entity.load(id);
  }

  @Query(() => [Node], {
    nullable: "items",
    description: "Things by their ids, in the order of the ids; null for each that does not exist. At most 500.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "At most 500 ids." }) ids: string[],
    @Ctx() { loaders }: Context,
  ): Given<readonly (Entity | null)[]> {
    if (ids.length > pageLimit) {
      throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected at most ${pageLimit} ids; got ${ids.length}`);
    }
    return loaders.entity.loadMany(ids);
  }

  @Query(() => SearchConnection, {
    nullable: true,
    description:
      "What any name or spelling leads to, best first. Case, accents, Norwegian letters and legal forms do not matter, and a typo or two are forgiven. Of more than 1,000 names that match, the best 1,000 are listed and counted.",
  })
  async search(
    @Args(() => SearchArgs) { text, kinds, first, after }: SearchArgs,
    @Ctx() { names, reader, loaders }: Context,
  ) {
    const hits = await names.find(reader, text, kinds ?? null);
    const list = `search for ${text}`;
    const page = pageOf(
      list,
      hits,
      { first, after },
      {
        // The best come first, so the key grows as the score falls.
        placeOf: ({ score, id }): Position => ({ key: 1 - score, id }),
        nodeOf: ({ id }) => loaders.entity.load(id),
        besideOf: (hit) => hit,
      },
    );
    return page;
  }

  @Query(() => [Identification], {
    nullable: true,
    description:
      "The likeliest nodes for each name of a list, in its order, for matching one's own data with the graph; ranked as in `search`.",
  })
  async identify(
    @Args(() => IdentifyArgs) { names: list, kinds, candidates }: IdentifyArgs,
    @Ctx() { names, reader, loaders }: Context,
  ) {
    if (list.length > pageLimit) {
      throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected at most ${pageLimit} names; got ${list.length}`);
    }
    const size = pageSize("candidates", candidates, 0);
    return Promise.all(
      list.map(async (name) => ({
        name,
        candidates: (await names.find(reader, name, kinds ?? null)).slice(0, size).map(({ id, matched, score }) => ({
          node: () => required(loaders, id),
          matched,
          score,
        })),
      })),
    );
  }

  @Query(() => Organization, {
    nullable: true,
    description: "A firm, institution, unit or group by its id; null where there is none.",
  })
  organization(@Arg("id", () => ID, { description: "Such as `unit/…`." }) id: string, @Ctx() { loaders }: Context) {
    return ofKind(loaders.entity.load(id), ["FIRM", "INSTITUTION", "UNIT", "GROUP"]);
  }

  @Query(() => Firm, { nullable: true, description: "A firm by its id; null where there is none." })
  firm(@Arg("id", () => ID, { description: "Such as `firm/sensonor`." }) id: string, @Ctx() { loaders }: Context) {
    return ofKind(loaders.entity.load(id), ["FIRM"]);
  }

  @Query(() => Institution, { nullable: true, description: "An institution by its id; null where there is none." })
  institution(
    @Arg("id", () => ID, { description: "Such as `institution/ffi`." }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    return ofKind(loaders.entity.load(id), ["INSTITUTION"]);
  }

  @Query(() => OrganizationConnection, {
    nullable: true,
    description: "Organizations of all kinds, by name where no order is given.",
  })
  organizations(@Args(() => OrganizationPagesArgs) args: OrganizationPagesArgs, @Ctx() context: Context) {
    return organizationPage(context, args);
  }

  @Query(() => FirmConnection, { nullable: true, description: "Firms, by name where no order is given." })
  firms(@Args(() => OrganizationPagesArgs) args: OrganizationPagesArgs, @Ctx() context: Context) {
    return organizationPage(context, args, { kinds: ["FIRM"] });
  }

  @Query(() => InstitutionConnection, { nullable: true, description: "Institutions, by name where no order is given." })
  institutions(@Args(() => OrganizationPagesArgs) args: OrganizationPagesArgs, @Ctx() context: Context) {
    return organizationPage(context, args, { kinds: ["INSTITUTION"] });
  }
}

/** The node, where it is of one of the kinds: `firm(id: "town/horten")` is null. */
export function ofKind(found: Given<Entity | null>, kinds: readonly NodeKinds[]): Given<Entity | null> {
  return whenGiven(found, (entity) => (entity !== null && kinds.includes(entity.kind) ? entity : null));
}
