import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readDataset } from "../../src/dataset/source.js";
import { load } from "../../src/dataset/write/load.js";
import { LoadStep } from "../../src/dataset/write/load-step.js";
import { projectRoot } from "../../src/project-root.js";
import { engines } from "../engines.js";
import { lodby } from "../service.js";
import { temporaryFolder } from "../temporary-folder.js";

const fixture = join(projectRoot, "tests/fixtures/lodby");

/** A copy of Lodby's files, with one of them changed. */
function lodbyWith(file: string, change: (text: string) => string): string {
  const folder = temporaryFolder("lodby");
  cpSync(fixture, folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
  return folder;
}

describe("the version", () => {
  test("stays when files are renamed, reordered and reformatted", () => {
    const folder = lodbyWith(
      "base.yaml",
      (text) => `# A remark.\n${text.replaceAll("cite: p. 1 }", "cite:   p. 1   }")}`,
    );
    renameSync(join(folder, "works.yaml"), join(folder, "a-works.yaml"));
    expect(readDataset(folder).version).toBe(lodby.version);
  });

  test("stays when records and keys change places", () => {
    const folder = lodbyWith("base.yaml", (text) =>
      text.replace(
        "  - { id: person/anna-berg, name: Anna Berg, aliases: [A. Berg], cite: p. 1 }\n  - { id: person/olav-dahl, name: Olav Dahl, cite: p. 12 }\n",
        "  - { cite: p. 12, name: Olav Dahl, id: person/olav-dahl }\n  - { name: Anna Berg, id: person/anna-berg, cite: p. 1, aliases: [A. Berg] }\n",
      ),
    );
    expect(readFileSync(join(folder, "base.yaml"), "utf8")).toContain("{ cite: p. 12, name: Olav Dahl");
    expect(readDataset(folder).version).toBe(lodby.version);
  });

  test("changes with any fact", () => {
    const folder = lodbyWith("works.yaml", (text) => text.replace("share: 80", "share: 79"));
    expect(readDataset(folder).version).not.toBe(lodby.version);
  });
});

describe.each(engines)("a load on $name", ({ open }) => {
  test("says how much it writes, shows progress, and a second time changes nothing", async () => {
    const graph = await open();
    const progress: number[] = [];
    const steps = new Set<LoadStep>();
    const first = await load(graph, lodby, ({ step, done, total }) => {
      steps.add(step);
      progress.push(total === 0 ? 0 : done / total);
    });
    expect([...steps]).toEqual(Object.values(LoadStep));
    const generation = await graph.current();
    expect(generation?.version).toBe(lodby.version);
    expect(first).toMatchObject({ changed: true, version: lodby.version });
    expect(first.nodes).toBeGreaterThan(30);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    const again = await load(graph, lodby, ({ step }) => {
      throw new Error(`expected a load that begins nothing; got ${step}`);
    });
    expect(again).toEqual({ version: lodby.version, changed: false, nodes: 0, relations: 0 });
    expect(await graph.current()).toEqual(generation);
    await graph.close();
    // A server that has just started takes seconds for its first load.
  }, 30_000);

  test("of a dataset whose relations lead nowhere fails, and leaves the graph as it was", async () => {
    const graph = await open();
    await load(graph, lodby);
    const before = await graph.current();
    const [supply] = lodby.records.supplies;
    if (supply === undefined) throw new Error("expected a supply in Lodby; there is none");
    const dangling = {
      ...lodby,
      version: "dangling",
      records: { ...lodby.records, supplies: [{ ...supply, customer: "firm/none" }] },
    };
    await expect(load(graph, dangling)).rejects.toThrow(
      /expected \d+ nodes with an id each and \d+ relations in the new generation; got/,
    );
    expect(await graph.current()).toEqual(before);
    await graph.close();
  });

  test("of a dataset in which two have the same id fails, and leaves the graph as it was", async () => {
    const graph = await open();
    await load(graph, lodby);
    const before = await graph.current();
    const [person] = lodby.records.people;
    if (person === undefined) throw new Error("expected a person in Lodby; there is none");
    const twice = {
      ...lodby,
      version: "twice",
      records: { ...lodby.records, people: [...lodby.records.people, person] },
    };
    await expect(load(graph, twice)).rejects.toThrow();
    expect(await graph.current()).toEqual(before);
    await graph.close();
  });
});

test("a broken dataset is a list of findings, and nothing is loaded", () => {
  const folder = lodbyWith("works.yaml", (text) =>
    text.replace("kind: SYSTEM_FIRM", "kind: SHOP").replace("share: 80", "share: 180"),
  );
  expect(() => readDataset(folder)).toThrow(
    /works\.yaml:\d+:\d+: kind: Invalid option.*\n.*works\.yaml:\d+:\d+: share: .*\n2 findings$/s,
  );
});
