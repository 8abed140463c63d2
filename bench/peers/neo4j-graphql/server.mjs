// @neo4j/graphql as its documentation starts it. `node server.mjs` prints the port that it takes; the environment says
// which Neo4j it reads.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
const typeDefs = readFileSync(join(import.meta.dirname, "type-definitions.graphql"), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();

const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: "127.0.0.1", port: 0 },
  // Naming the database saves the driver a round trip.
  context: async () => ({ sessionConfig: { database: "neo4j" } }),
});
console.log(new URL(url).port);
