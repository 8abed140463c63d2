import "reflect-metadata";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { type GraphQLSchema, specifiedDirectives } from "graphql";
import { buildSchema } from "type-graphql";
import { countObjects } from "./budget.js";
import { costDirectives, publishCosts } from "./cost.js";
import { resolveDirectly } from "./direct-resolvers.js";
import { CitationResolver, ClaimResolver, SectionResolver, SourceResolver } from "./resolvers/citation.js";
import { ActivityResolver, EntityResolver, PlaceResolver, SectorResolver } from "./resolvers/entity.js";
import { ContradictionResolver, DatasetResolver, GapResolver } from "./resolvers/evidence.js";
import { EventResolver, PhaseResolver } from "./resolvers/history.js";
import { LineageQueries } from "./resolvers/lineage-queries.js";
import { ListQueries } from "./resolvers/list-queries.js";
import { NodeQueries } from "./resolvers/node-queries.js";
import { GroupResolver, InstitutionResolver, OrganizationResolver, UnitResolver } from "./resolvers/organization.js";
import { PersonResolver } from "./resolvers/person.js";
import {
  CollaborationResolver,
  DescentResolver,
  FundingResolver,
  LocationResolver,
  MembershipResolver,
  OwnershipChainResolver,
  OwnershipResolver,
  ParticipantResolver,
  PlacementResolver,
  RoleResolver,
  SupplyResolver,
  TechnologyTransferResolver,
} from "./resolvers/relations.js";
import { MeasureResolver, ObservationResolver, TableResolver } from "./resolvers/statistics.js";
import {
  ComparisonCellResolver,
  ComparisonRowResolver,
  GroupKeyResolver,
  OrganizationGroupKeyResolver,
  StatisticsQueries,
  TownComparisonResolver,
} from "./resolvers/statistics-queries.js";
import { HistoricalDateResolver, PeriodResolver } from "./resolvers/time.js";
import { AreaResolver, TownResolver } from "./resolvers/town.js";

let built: Promise<GraphQLSchema> | undefined;

/** The API, built once: type-graphql collects what the decorators say in one place for the whole process. */
export function buildOpphavSchema(): Promise<GraphQLSchema> {
  built ??= build();
  return built;
}

async function build(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeQueries,
      ListQueries,
      LineageQueries,
      StatisticsQueries,
      GroupKeyResolver,
      OrganizationGroupKeyResolver,
      TownComparisonResolver,
      ComparisonRowResolver,
      ComparisonCellResolver,
      EntityResolver,
      OrganizationResolver,
      InstitutionResolver,
      UnitResolver,
      GroupResolver,
      PlaceResolver,
      AreaResolver,
      TownResolver,
      PersonResolver,
      PhaseResolver,
      EventResolver,
      ParticipantResolver,
      SectorResolver,
      ActivityResolver,
      TableResolver,
      MeasureResolver,
      ObservationResolver,
      ContradictionResolver,
      GapResolver,
      ClaimResolver,
      SourceResolver,
      SectionResolver,
      CitationResolver,
      DescentResolver,
      OwnershipResolver,
      OwnershipChainResolver,
      LocationResolver,
      SupplyResolver,
      FundingResolver,
      TechnologyTransferResolver,
      PlacementResolver,
      CollaborationResolver,
      MembershipResolver,
      RoleResolver,
      HistoricalDateResolver,
      PeriodResolver,
      DatasetResolver,
    ],
    // Values are coerced by GraphQL itself, and the domain's parsers check what it cannot.
    validate: false,
    directives: [...specifiedDirectives, ...costDirectives],
  });
  resolveDirectly(schema);
  publishCosts(schema);
  countObjects(schema);
  schema.description =
    "Where firms come from, and how we know: towns, firms, institutions, founding lineages and phases of history, each fact with the page it comes from.";
  const query = schema.getQueryType();
  if (query) {
    query.description =
      "Everything that can be asked. Lists are pages of at most 500; dates are EDTF; what is not known is null.";
  }
  return schema;
}

/** The schema as text, directives included, which `printSchema` would drop. */
export async function emitSchema(): Promise<string> {
  return `${printSchemaWithDirectives(await buildOpphavSchema())}\n`;
}
