import { Args, Ctx, Query, Resolver } from "type-graphql";
import { weakest } from "../../domain/certainty.js";
import { type Ancestry, nearestCommonAncestors, shortestPaths } from "../../domain/lineage-paths.js";
import { type DescentFilter as DescentFilterRecord, linkFilter } from "../../knowledge/organization-filter.js";
import { depthLimit } from "../../knowledge/lineage.js";
import { allGiven } from "../../loaders/loader.js";
import type { Loaders } from "../../loaders/loaders.js";
import type { Context } from "../context.js";
import { ErrorCode, RequestError } from "../error.js";
import { pageLimit, pageSize } from "../page.js";
import { CommonAncestor, LineagePaths } from "../types/lineage.js";
import { CommonAncestorsArgs, LineagePathsArgs } from "./arguments.js";
import { ofKind } from "./node-queries.js";
import { requiredAll } from "./required.js";

const organizationKinds = ["FIRM", "INSTITUTION", "UNIT", "GROUP"] as const;

/** Questions about how organizations are related. */
@Resolver()
export class LineageQueries {
  @Query(() => LineagePaths, {
    nullable: true,
    description:
      "The shortest ways between two organizations along lines of descent; all of them where several are equally short. Null where one of the two does not exist; no ways where they are not related.",
  })
  async lineagePaths(
    @Args(() => LineagePathsArgs) { from, to, along, maxLength, first }: LineagePathsArgs,
    @Ctx() { loaders }: Context,
  ) {
    const limit = pageSize("first", first, first);
    if (maxLength < 0 || maxLength > 2 * depthLimit) {
      const code = maxLength < 0 ? ErrorCode.BAD_USER_INPUT : ErrorCode.LIMIT_EXCEEDED;
      throw new RequestError(code, `expected maxLength from 0 to ${2 * depthLimit}; got ${maxLength}`);
    }
    const [one, other] = await allGiven([from, to].map((id) => ofKind(loaders.entity.load(id), organizationKinds)));
    if (one == null || other == null) return null;
    const [above, aboveOther] = await ancestries(loaders, [one.id, other.id], along);
    if (above === undefined || aboveOther === undefined) return null;
    const { paths, complete } = shortestPaths(one.id, other.id, { above, aboveOther, maxLength, limit });
    return {
      complete,
      nodes: paths.map(({ steps, organizations }) => ({
        length: steps.length,
        steps,
        organizations: () => requiredAll(loaders, organizations),
        certainty: weakest(steps.map(({ certainty }) => certainty)),
      })),
    };
  }

  @Query(() => [CommonAncestor], {
    nullable: true,
    description:
      "The nearest organizations that all of these descend from: common ancestors none of whose own descendants is one, too. Empty where there are none; null where one of the organizations does not exist.",
  })
  async commonAncestors(
    @Args(() => CommonAncestorsArgs) { of, along }: CommonAncestorsArgs,
    @Ctx() { loaders }: Context,
  ) {
    if (of.length < 2) throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected at least two ids; got ${of.length}`);
    if (of.length > pageLimit) {
      throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected at most ${pageLimit} ids; got ${of.length}`);
    }
    const nodes = await allGiven(of.map((id) => ofKind(loaders.entity.load(id), organizationKinds)));
    const ids = nodes.flatMap((node) => (node === null ? [] : [node.id]));
    if (ids.length < of.length) return null;
    const found = nearestCommonAncestors(await ancestries(loaders, ids, along));
    const organizations = await requiredAll(
      loaders,
      found.map(({ id }) => id),
    );
    return found.map(({ distances }, index) => ({ distances, organization: organizations[index] }));
  }
}

async function ancestries(
  loaders: Loaders,
  ids: readonly string[],
  along: DescentFilterRecord | null | undefined,
): Promise<Ancestry[]> {
  const loader = loaders.ancestry(linkFilter(along));
  return Promise.all(ids.map((id) => loader.load(id)));
}
