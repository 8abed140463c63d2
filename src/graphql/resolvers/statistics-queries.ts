import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import {
  type ComparisonCell as ComparisonCellRecord,
  type ComparisonRow as ComparisonRowRecord,
  compare,
  spanOf,
} from "../../domain/comparison.js";
import type { Observation } from "../../domain/entity.js";
import { inLanguage } from "../../domain/language.js";
import { type Extent, type GroupKey as GroupKeyRecord, groupObservations } from "../../domain/observation-groups.js";
import { parseInterval } from "../../domain/period.js";
import { listMeasures, listPlaces, listSectors, listTables } from "../../knowledge/lists.js";
import { conditionOf } from "../../knowledge/organization-filter.js";
import { OrganizationDimension, countOrganizationsBy } from "../../knowledge/organizations.js";
import type { Context } from "../context.js";
import { Entity } from "../types/node.js";
import { OrganizationGroup, OrganizationGroupKey } from "../types/organization.js";
import { Place } from "../types/place.js";
import {
  ComparisonCell,
  ComparisonRow,
  GroupKey,
  ObservationGroup,
  Sector,
  Table,
  TownComparison,
} from "../types/statistics.js";
import { CompareTownsArgs, ObservationGroupsArgs, OrganizationGroupsArgs } from "./arguments.js";
import { observationsWhere, tableIds } from "./observation-list.js";
import { required } from "./required.js";

/** Counts, sums and comparisons. */
@Resolver()
export class StatisticsQueries {
  @Query(() => [OrganizationGroup], {
    nullable: true,
    description: "Organizations counted by what they have in common, most first.",
  })
  async organizationGroups(
    @Args(() => OrganizationGroupsArgs) { where, by }: OrganizationGroupsArgs,
    @Ctx() { reader }: Context,
  ): Promise<OrganizationGroup[]> {
    const counts = await countOrganizationsBy(reader, await conditionOf(reader, where ?? {}), by);
    return counts.map(({ values, count }) => ({
      keys: by.map((dimension, index) => ({ dimension, value: values[index] ?? "" })),
      count,
    }));
  }

  @Query(() => [ObservationGroup], {
    nullable: true,
    description:
      "Observations by what they have in common, with their sum where one makes sense, in the order of the keys.",
  })
  async observationGroups(
    @Args(() => ObservationGroupsArgs) { where, by }: ObservationGroupsArgs,
    @Ctx() context: Context,
  ) {
    const observations = await observationsWhere(context, where);
    return groupObservations(observations, by, await extentOf(context, observations));
  }

  @Query(() => TownComparison, {
    nullable: true,
    description:
      "A measure of towns or other places at two dates. Where no table is named, the one that covers most of the places; a town stands for its municipality where the table counts that.",
  })
  async compareTowns(
    @Args(() => CompareTownsArgs) { places, measure, table, from, to }: CompareTownsArgs,
    @Ctx() context: Context,
  ) {
    const { reader } = context;
    // What stands in no table is not compared, and a register may have a figure for each of its organizations.
    const tables = (await listTables(reader)).map(({ id }) => id);
    const observations = await observationsWhere(context, { measures: [measure], tables });
    const ids = table == null ? null : await tableIds(reader, [table]);
    const [earlier, later] = [parseInterval(from), parseInterval(to)];
    const comparison = compare(observations, {
      places: places == null ? null : await countedPlaces(context, places, observations),
      table: ids?.[0] ?? null,
      from: spanOf({ interval: earlier }),
      to: spanOf({ interval: later }),
    });
    const unit = (await listMeasures(reader)).find(({ id }) => id === measure)?.unit ?? "";
    return { ...comparison, measure, unit };
  }
}

/** Towns that are not counted themselves stand for the municipality that they lie in. */
async function countedPlaces(
  { loaders }: Context,
  places: readonly string[],
  observations: readonly Observation[],
): Promise<readonly string[]> {
  const counted = new Set(observations.filter(({ table }) => table !== null).map(({ place }) => place));
  const known = await loaders.entity.loadMany(places);
  return places.map((id, index) => {
    const place = known[index];
    if (counted.has(id) || place?.kind !== "TOWN") return id;
    return place.within ?? id;
  });
}

/** What lies in the places, sectors and groups that observations are about. */
async function extentOf({ reader, loaders }: Context, observations: readonly Observation[]): Promise<Extent> {
  const parts = new Map<string, string[]>();
  const add = (whole: string, part: string): void => {
    parts.set(whole, [...(parts.get(whole) ?? []), part]);
  };
  for (const { id, within, parts: own } of [...(await listPlaces(reader)), ...(await listSectors(reader))]) {
    if (within !== null) add(within, id);
    for (const part of own) add(id, part);
  }
  const organizations = [...new Set(observations.flatMap(({ organization }) => organization ?? []))];
  for (const entity of await loaders.entity.loadMany(organizations)) {
    if (entity?.kind !== "GROUP") continue;
    for (const member of entity.members) add(entity.id, member);
  }
  return (id) => {
    const extent = new Set([id]);
    // A set goes on to what is added while it is gone through.
    for (const each of extent) for (const part of parts.get(each) ?? []) extent.add(part);
    return extent;
  };
}

const namedByNodes: ReadonlySet<string> = new Set(["PLACE", "SECTOR", "TABLE", "ORGANIZATION"]);

@Resolver(() => GroupKey)
export class GroupKeyResolver {
  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The place, sector, table or organization that they have in common; null for other dimensions.",
  })
  node(@Root() { dimension, value }: GroupKeyRecord, @Ctx() { loaders }: Context) {
    return namedByNodes.has(dimension) && value !== "" ? required(loaders, value) : null;
  }
}

const organizationsNamedByNodes: ReadonlySet<OrganizationDimension> = new Set([
  OrganizationDimension.TOWN,
  OrganizationDimension.COUNTRY,
  OrganizationDimension.SECTOR,
]);

@Resolver(() => OrganizationGroupKey)
export class OrganizationGroupKeyResolver {
  @FieldResolver(() => Entity, {
    nullable: true,
    description: "The town, country or sector that they have in common; null for other dimensions.",
  })
  node(@Root() { dimension, value }: OrganizationGroupKey, @Ctx() { loaders }: Context) {
    return organizationsNamedByNodes.has(dimension) && value !== "" ? required(loaders, value) : null;
  }
}

@Resolver(() => TownComparison)
export class TownComparisonResolver {
  @FieldResolver(() => Table, {
    nullable: true,
    description: "The table that the rows are those of; null where none has the measure at these dates.",
  })
  table(@Root() { table }: { readonly table: string | null }, @Ctx() { loaders }: Context) {
    return table === null ? null : required(loaders, table);
  }
}

@Resolver(() => ComparisonRow)
export class ComparisonRowResolver {
  @FieldResolver(() => String, { description: "Its sector, its classes, or `all` where it has neither." })
  async label(@Root() { sector, classification }: ComparisonRowRecord, @Ctx() { loaders }: Context) {
    const entity = sector === null ? null : await required(loaders, sector);
    const name = entity?.kind === "SECTOR" ? inLanguage(entity.name, "EN") : null;
    return [name, classification].filter((part) => part !== null && part !== "").join("; ") || "all";
  }

  @FieldResolver(() => Sector, { nullable: true, description: "Its sector; null where it has none." })
  sector(@Root() { sector }: ComparisonRowRecord, @Ctx() { loaders }: Context) {
    return sector === null ? null : required(loaders, sector);
  }
}

@Resolver(() => ComparisonCell)
export class ComparisonCellResolver {
  @FieldResolver(() => Place, { description: "The place." })
  place(@Root() { place }: ComparisonCellRecord, @Ctx() { loaders }: Context) {
    return required(loaders, place);
  }
}
