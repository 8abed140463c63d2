import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import neo4j from "neo4j-driver";
import { load } from "../../src/dataset/write/load.js";
import type { Graph } from "../../src/graph/graph.js";
import { type SharedEngine, inFolder, neo4jOptions, onNeo4j, sharedEngines } from "../engines.js";
import { lodby } from "../service.js";

/** As if it had been loaded before layouts were told apart. */
const age: ReadonlyMap<SharedEngine, (graph: Graph) => Promise<void>> = new Map([
  [
    inFolder,
    async ({ address }: Graph) => {
      const pointer = join(address, "current");
      const { id, version } = JSON.parse(readFileSync(pointer, "utf8")) as Record<string, unknown>;
      writeFileSync(pointer, JSON.stringify({ id, version }));
    },
  ],
  [
    onNeo4j,
    async () => {
      const { uri, user, password } = neo4jOptions();
      const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
      await driver.executeQuery("MATCH (pointer:Pointer {name: 'current'}) REMOVE pointer.layout");
      await driver.close();
    },
  ],
]);

describe.each(sharedEngines)("what another version of Opphav loaded into $name", (engine) => {
  test("is not read, and loaded anew", async () => {
    const graph = await engine.open();
    const { changed } = await load(graph, lodby);
    await age.get(engine)?.(graph);
    const later = engine.openBeside(graph.address);
    await expect(later.open()).rejects.toThrow(
      /expected a graph of layout \d+ in .*; got layout 1, .*: run "opphav load"/,
    );
    expect([changed, (await load(later, lodby)).changed]).toEqual([true, true]);
    const reader = await later.open();
    expect(reader.generation).toMatchObject({ version: lodby.version });
    await reader.release();
    await later.close();
    await graph.close();
  });
});
