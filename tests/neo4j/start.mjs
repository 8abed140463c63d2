// `npm run neo4j`: a Neo4j server for those who have no Docker. Its data is kept from one run to the next.
import { keptHome, missingForNeo4j } from "./installation.mjs";
import { startNeo4j } from "./server.mjs";

const usualPort = 7687;

const missing = missingForNeo4j();
if (missing !== null) {
  console.error(`Neo4j cannot start: ${missing}.`);
  process.exit(1);
}
console.log("Neo4j starts; the first time, it is fetched (some 120 MB) ...");
const server = await startNeo4j(keptHome, { port: usualPort });
console.log(`Neo4j answers at ${server.uri}, with its data in ${keptHome}. Use it with

  export OPPHAV_NEO4J_URI=${server.uri}
  export OPPHAV_NEO4J_USER=${server.user}
  export OPPHAV_NEO4J_PASSWORD='${server.password}'

Ctrl-C ends it.`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit());
await server.ended;
console.error("Neo4j ended by itself.");
process.exit(1);
