import { expect, test } from "@jest/globals";
import { Direction } from "../../src/domain/lineage.js";
import type { Statement } from "../../src/graph/statement.js";
import { ancestriesOf, everyLink, lineagesOf } from "../../src/knowledge/lineage.js";
import { engines } from "../engines.js";
import { reading } from "../graph/small-graph.js";

const createNodes: Statement = {
  name: "test/create-organizations",
  text: "UNWIND $ids AS id CREATE (:Entity:Organization {id: id, generation: $generation})",
};
const createLinks: Statement = {
  name: "test/create-links",
  text: `UNWIND $links AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[link:DESCENDS_FROM]->(to)
SET link = row.properties`,
};

/** Two organizations to a level, both of which came out of both before them: as many ways as 2 to the power of levels. */
const levels = 30;
const ids = Array.from({ length: levels }, (_none, level) => [`a${level}`, `b${level}`]).flat();
const links = ids.flatMap((from) =>
  ids
    .filter((to) => Number(to.slice(1)) === Number(from.slice(1)) - 1)
    .map((to) => {
      const id = `${to}|${from}`;
      const shown = { id, mechanism: "MERGER", continuity: [], certainty: "STATED", citations: [] };
      const asked = { certaintyStrength: 2, derived: false, dateEarliest: 0, dateLatest: 0, sources: ["source/x"] };
      return { from, to, properties: { ...asked, id, mechanism: "MERGER", record: JSON.stringify(shown) } };
    }),
);

test.each(engines)("a family of millions of ways is read at once: $name", async ({ open }) => {
  const graph = await open();
  const writer = await graph.begin("ladder");
  await writer.write(createNodes, { ids });
  await writer.write(createLinks, { links });
  await writer.publish();
  await reading(graph, async (reader) => {
    const along = everyLink;
    for (const maxDepth of [0, 1, 25]) {
      const found = await lineagesOf(reader, ["a0", "b28"], Direction.DESCENDANTS, {
        along,
        maxDepth,
        withPaths: true,
        withOrganizations: false,
      });
      const { reached, complete } = found.get("a0") ?? { reached: [], complete: true };
      expect(reached.map(({ id, depth }) => [id, depth])).toEqual(
        ids.flatMap((id) => {
          const depth = Number(id.slice(1));
          return depth > 0 && depth <= maxDepth ? [[id, depth]] : [];
        }),
      );
      expect(complete).toBe(false);
      expect(
        reached
          .at(-1)
          ?.path()
          .map(({ id }) => id) ?? [],
      ).toHaveLength(maxDepth);
      expect(found.get("b28")).toMatchObject({ complete: maxDepth > 0 });
    }
    const ancestors = (await ancestriesOf(reader, ["a29"], along)).get("a29");
    expect(ancestors?.size).toBe(2 * (levels - 1) + 1);
    expect(ancestors?.get("b0")?.distance).toBe(29);
  });
  await graph.close();
});
