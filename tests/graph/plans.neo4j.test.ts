import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import neo4j, { type Driver, type Plan } from "neo4j-driver";
import { load } from "../../src/dataset/write/load.js";
import { statement } from "../../src/graph/statement.js";
import { projectRoot } from "../../src/project-root.js";
import { neo4jOptions, onNeo4j } from "../engines.js";
import { lodby } from "../service.js";

const askedByIds = ["entity", "relation"].flatMap((folder) =>
  readdirSync(join(projectRoot, "cypher", folder)).map((file) => `${folder}/${file.replace(/\.cypher$/, "")}`),
);

const { uri, user, password, database } = neo4jOptions();
let driver: Driver;
const run = (text: string, parameters = {}) => driver.executeQuery(text, parameters, { database });

beforeAll(async () => {
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const graph = await onNeo4j.open();
  await load(graph, lodby);
  await run("MATCH (node) DETACH DELETE node");
  // The indexes are there, and the planner knows that there is nothing in them.
  await run("CALL db.prepareForReplanning(30)");
  await load(graph, lodby);
  await graph.close();
}, 60_000);

afterAll(async () => {
  await driver.close();
});

function operatorsOf({ operatorType, children }: Plan): readonly string[] {
  return [operatorType.replace(/@.*/, ""), ...children.flatMap(operatorsOf)];
}

test.each(askedByIds)("%s finds nodes by their ids after a load into a database that was emptied", async (name) => {
  const { summary } = await run(`EXPLAIN ${statement(name).text}`, { ids: ["firm/lodby-works"], generation: "" });
  const { plan } = summary;
  if (plan === false) throw new Error(`expected a plan of ${name}; got none`);
  const finders = operatorsOf(plan).filter((operator) => /Seek|Scan/.test(operator));
  expect(new Set(finders)).toEqual(new Set(["NodeUniqueIndexSeek"]));
});
