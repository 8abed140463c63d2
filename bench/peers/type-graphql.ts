// What one would write who knows Apollo Server and type-graphql and leaves both as they come, on our data layer: the
// same engine, statements and loaders. Prints the port that it takes; OPPHAV_STORE is the folder that it reads.
import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  buildSchema,
} from "type-graphql";
import { readConfig } from "../../src/config.js";
import type { Entity, Place } from "../../src/domain/entity.js";
import { type Descent as DescentRecord, Direction } from "../../src/domain/lineage.js";
import { type Organization as OrganizationRecord, nameAt } from "../../src/domain/organization.js";
import type { Reader } from "../../src/graph/graph.js";
import { depthLimit } from "../../src/knowledge/lineage.js";
import { linkFilter } from "../../src/knowledge/organization-filter.js";
import { type Loaders, createLoaders } from "../../src/loaders/loaders.js";
import { openGraph } from "../../src/main.js";

interface Context {
  readonly reader: Reader;
  readonly loaders: Loaders;
}

@ObjectType()
class Organization {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
class OrganizationPage {
  @Field(() => [Organization])
  nodes!: readonly OrganizationRecord[];
}

@ObjectType()
class Descent {
  @Field(() => String)
  mechanism!: string;
}

@ObjectType()
class DescentPage {
  @Field(() => [Descent])
  nodes!: readonly DescentRecord[];
}

@ObjectType()
class Town {
  @Field(() => ID)
  id!: string;
}

@InputType()
class DescentFilter {
  @Field(() => String, { nullable: true })
  during?: string;
}

@Resolver()
class Queries {
  @Query(() => Organization, { nullable: true })
  organization(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.entity.load(id);
  }

  @Query(() => Town, { nullable: true })
  town(@Arg("id", () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.entity.load(id);
  }
}

@Resolver(() => Organization)
class OrganizationResolver {
  @FieldResolver(() => String)
  name(@Root() { names }: OrganizationRecord) {
    return nameAt(names, "NB", null);
  }

  @FieldResolver(() => [Descent])
  origins(@Root() { id }: OrganizationRecord, @Ctx() { loaders }: Context) {
    return loaders.origins.load(id);
  }

  @FieldResolver(() => DescentPage)
  async offshoots(
    @Root() { id }: OrganizationRecord,
    @Arg("first", () => Int) first: number,
    @Ctx() { loaders }: Context,
  ) {
    return { nodes: (await loaders.offshoots.load(id)).slice(0, first) };
  }

  @FieldResolver(() => OrganizationPage)
  async descendants(
    @Root() { id }: OrganizationRecord,
    @Arg("first", () => Int) first: number,
    @Arg("along", () => DescentFilter, { nullable: true }) along: DescentFilter | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<{ nodes: readonly (Entity | null | Error)[] }> {
    const { reached } = await loaders
      .lineage(Direction.DESCENDANTS, {
        along: linkFilter(along),
        maxDepth: depthLimit,
        withPaths: false,
        withOrganizations: false,
      })
      .load(id);
    return { nodes: await loaders.entity.loadMany(reached.slice(0, first).map((each) => each.id)) };
  }
}

@Resolver(() => Descent)
class DescentResolver {
  @FieldResolver(() => Organization)
  predecessor(@Root() { predecessor }: DescentRecord, @Ctx() { loaders }: Context) {
    return loaders.entity.load(predecessor);
  }

  @FieldResolver(() => Organization)
  successor(@Root() { successor }: DescentRecord, @Ctx() { loaders }: Context) {
    return loaders.entity.load(successor);
  }
}

@Resolver(() => Town)
class TownResolver {
  @FieldResolver(() => OrganizationPage)
  async organizations(@Root() { id }: Place, @Arg("first", () => Int) first: number, @Ctx() { loaders }: Context) {
    const order = { field: "NAME", direction: "ASC" } as const;
    const stretch = { order, after: null, before: null, limit: first, fromEnd: false };
    const placed = await loaders.organizationsOfTown({}, stretch).load(id);
    return { nodes: placed.map(({ organization }) => organization) };
  }
}

const graph = openGraph(readConfig());
const schema = await buildSchema({
  resolvers: [Queries, OrganizationResolver, DescentResolver, TownResolver],
});
const server = new ApolloServer<Context>({
  schema,
  plugins: [
    { requestDidStart: async () => ({ willSendResponse: ({ contextValue }) => contextValue.reader.release() }) },
  ],
});
const { url } = await startStandaloneServer(server, {
  listen: { host: "127.0.0.1", port: 0 },
  context: async () => {
    const reader = await graph.open();
    return { reader, loaders: createLoaders(reader) };
  },
});
console.log(new URL(url).port);
