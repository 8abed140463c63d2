// What the questions cost without GraphQL: one statement each over Neo4j's driver, behind a bare HTTP server, so that
// it is measured as all others are. Prints the port that it takes; the environment says which Neo4j it reads.
import { json } from "node:stream/consumers";
import neo4j from "neo4j-driver";
import { depthLimit } from "../../src/knowledge/lineage.js";
import { serve } from "../bare-server.js";
import type { Operation } from "../service.js";
import { type QuestionName, tree, treeOf } from "./questions.js";

const organization = "MATCH (it:Entity:Organization {generation: $generation, id: $id})";
const origins = `COLLECT {
  MATCH (it)-[link:DESCENDS_FROM]->(other:Organization) WHERE link.derived IS NULL
  WITH link, other ORDER BY link.dateEarliest, link.id
  RETURN {mechanism: link.mechanism, predecessor: {id: other.id, name: other.name}}
}`;
const withOrigins = `{id: it.id, name: it.name, origins: ${origins}}`;

const statements: Readonly<Record<QuestionName, string>> = {
  field: `${organization} RETURN {organization: {name: it.name}} AS data`,
  firm: `${organization} RETURN {organization: ${withOrigins}} AS data`,
  town: `MATCH (town:Entity {generation: $generation, id: $id})
RETURN {town: {organizations: {nodes: COLLECT {
  MATCH (town)<-[:IN_TOWN]-(it:Organization)
  WITH it ORDER BY it.sortName, it.id LIMIT 20
  RETURN ${withOrigins}
}}}} AS data`,
  descendants: descendants(""),
  years: descendants("WHERE all(link IN links WHERE link.dateEarliest <= $last AND link.dateLatest >= $first)"),
  tree: `${organization} RETURN {organization: ${treeOf(
    (below, depth) => {
      const [node, link, child] = [depth === 1 ? "it" : `it${depth}`, `link${depth}`, `it${depth + 1}`];
      return `{id: ${node}.id, name: ${node}.name, offshoots: {nodes: COLLECT {
  MATCH (${node})<-[${link}:DESCENDS_FROM]-(${child}:Organization) WHERE ${link}.derived IS NULL
  WITH ${child}, ${link} ORDER BY ${link}.dateEarliest, ${link}.id LIMIT ${tree.width}
  RETURN {successor: ${below}}
}}}`;
    },
    `{id: it${tree.depth + 1}.id, name: it${tree.depth + 1}.name}`,
  )}} AS data`,
};

function descendants(where: string): string {
  return `${organization}
MATCH way = (it)<-[links:DESCENDS_FROM*1..${depthLimit}]-(found:Organization) ${where}
WITH found, min(length(way)) AS depth ORDER BY depth, found.id LIMIT 100
RETURN {organization: {descendants: {nodes: collect({id: found.id, name: found.name})}}} AS data`;
}

const { NEO4J_URI: uri = "", NEO4J_USER: user = "", NEO4J_PASSWORD: password = "" } = process.env;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });

async function answer({ query, variables }: Operation): Promise<string> {
  const session = driver.session({ database: "neo4j", defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run(statements[query as QuestionName], variables);
    return JSON.stringify({ data: records[0]?.get("data") as unknown });
  } finally {
    await session.close();
  }
}

serve((request, response) => {
  json(request)
    .then((operation) => answer(operation as Operation))
    .then(
      (body) => response.writeHead(200, { "content-type": "application/json" }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
});
