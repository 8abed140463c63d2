import { expect, jest, test } from "@jest/globals";
import { createRequire } from "node:module";
import { mermaid } from "../../src/export/mermaid.js";
import { familyOf } from "../../src/knowledge/subgraph.js";
import { load } from "../../src/dataset/write/load.js";
import { inMemory } from "../engines.js";
import { startBrowser } from "../explorer/browser.js";
import { bundled } from "../service.js";

jest.setTimeout(60_000);

const require = createRequire(import.meta.url);

test("a lineage in Mermaid is drawn by it", async () => {
  const graph = await inMemory.open();
  await load(graph, bundled());
  const reader = await graph.open();
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
    for (const { id } of bundled().records.firms) {
      const family = await familyOf(reader, id);
      if (family === null || family.descents.length === 0) continue;
      const text = mermaid(family, "EN");
      // The page has no types of ours.
      const drawn = await page.evaluate<string>(
        `mermaid.render("drawn", ${JSON.stringify(text)}).then(({ svg }) => svg)`,
      );
      expect(drawn).toContain("<svg");
    }
  } finally {
    await browser.close();
    await reader.release();
    await graph.close();
  }
});
