import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { CompiledDataset } from "../../src/dataset/compiled.js";
import { readDataset } from "../../src/dataset/source.js";
import { load } from "../../src/dataset/write/load.js";
import type { Graph } from "../../src/graph/graph.js";
import { datasetFolder, manifest } from "../dataset/checking.js";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

/** Firms called A, B, C …, founded in 1900, 1901 and so on. */
function datasetOf(letters: string): CompiledDataset {
  const firms = Array.from(letters, (letter) => ({
    id: `firm/${letter.toLowerCase()}`,
    names: [{ name: letter }],
    existence: `${1900 + letter.charCodeAt(0) - 65}/`,
    cite: "p. 1",
  }));
  return readDataset(
    // JSON is YAML.
    datasetFolder({ "dataset.yaml": manifest, "firms.yaml": `firms: ${JSON.stringify(firms)}\n` }),
  );
}

describe.each(engines)("pages go on from their place whatever was added or removed: $name", ({ open }) => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await open();
    service = await startService(graph, datasetOf("BDFHJ"));
  });
  afterAll(() => service.close());

  async function page(asked: string): Promise<{ names: string[]; start: string; end: string }> {
    const { data, errors } = await service.ask(
      `{ firms(${asked}) { nodes { name } pageInfo { startCursor endCursor } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = (
      data as { firms: { nodes: { name: string }[]; pageInfo: { startCursor: string; endCursor: string } } }
    ).firms;
    return { names: nodes.map(({ name }) => name), start: pageInfo.startCursor, end: pageInfo.endCursor };
  }

  test.each(["NAME", "FOUNDED"])("by %s, forwards and backwards", async (field) => {
    await load(graph, datasetOf("BDFHJ"));
    const order = `orderBy: { field: ${field} }`;
    const first = await page(`${order}, first: 2`);
    const last = await page(`${order}, last: 2`);
    expect([first.names, last.names]).toEqual([
      ["B", "D"],
      ["H", "J"],
    ]);
    // D, at which the first page ended, is gone; A, C, E, G, I and K are new.
    await load(graph, datasetOf("ABCEFGHIJK"));
    expect((await page(`${order}, first: 3, after: "${first.end}"`)).names).toEqual(["E", "F", "G"]);
    expect((await page(`${order}, last: 3, before: "${last.start}"`)).names).toEqual(["E", "F", "G"]);
  });
});
