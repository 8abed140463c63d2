import { describe, expect, test } from "@jest/globals";
import type { CompiledDataset } from "../../src/dataset/compiled.js";
import { diffDatasets, keyOf } from "../../src/dataset/diff.js";
import type { SectionName } from "../../src/dataset/schema/file.js";
import { bundled, lodby } from "../service.js";

type Plain = Record<string, unknown>;

/** Lodby with one list written otherwise. */
function changed(section: SectionName, write: (records: Plain[]) => Plain[]): CompiledDataset {
  const records = structuredClone(lodby.records[section]) as unknown as Plain[];
  return { ...lodby, version: "changed", records: { ...lodby.records, [section]: write(records) } };
}

describe("the difference between two versions of a dataset", () => {
  test("is nothing where only the place of records is another", () => {
    const moved = changed("firms", (firms) => firms.map((firm) => ({ ...firm, statedAt: "elsewhere.yaml:1" })));
    expect(diffDatasets(lodby, { ...moved, version: lodby.version }).sections).toEqual({});
    expect(diffDatasets(bundled(), bundled()).sections).toEqual({});
  });

  test("tells what was added and what was removed", () => {
    const less = changed("firms", (firms) => firms.filter(({ id }) => id !== "firm/lodby-castings"));
    expect(diffDatasets(lodby, less).sections).toEqual({
      firms: { added: [], removed: [expect.objectContaining({ id: "firm/lodby-castings" })], changed: [] },
    });
    expect(diffDatasets(less, lodby).sections.firms?.added).toEqual([
      expect.objectContaining({ id: "firm/lodby-castings" }),
    ]);
  });

  test("tells each field that changed, with what it was and is", () => {
    const after = changed("firms", (firms) =>
      firms.map((firm) =>
        firm["id"] === "firm/lodby-castings" ? { ...firm, existence: "1900/", aliases: ["Støperiet"] } : firm,
      ),
    );
    const before = lodby.records.firms.find(({ id }) => id === "firm/lodby-castings");
    const [change] = diffDatasets(lodby, after).sections.firms?.changed ?? [];
    expect(change?.key).toBe("firm/lodby-castings");
    expect(change?.fields).toContainEqual({ path: ["existence"], before: before?.existence, after: "1900/" });
    expect(change?.fields).toContainEqual({ path: ["aliases", 0], before: before?.aliases[0], after: "Støperiet" });
  });

  test("takes relations without an id for the same by what they relate, the most alike first", () => {
    const [first] = lodby.records.ownerships;
    const twice = (share: number): CompiledDataset =>
      changed("ownerships", (all) => [...all, { ...first, period: "1950/1951", share }]);
    expect(diffDatasets(twice(10), twice(20)).sections).toEqual({
      ownerships: {
        added: [],
        removed: [],
        changed: [
          {
            key: keyOf("ownerships", first ?? {}),
            fields: [{ path: ["share"], before: 10, after: 20 }],
          },
        ],
      },
    });
  });

  test("follows a record to the id that it is redirected to", () => {
    const renamed = changed("firms", (firms) =>
      firms.map((firm) => (firm["id"] === "firm/lodby-castings" ? { ...firm, id: "firm/lodby-foundry" } : firm)),
    );
    const redirects = [{ from: "firm/lodby-castings", to: "firm/lodby-foundry", statedAt: "works.yaml:1" }];
    const { firms } = diffDatasets(lodby, { ...renamed, records: { ...renamed.records, redirects } }).sections;
    expect(firms).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          key: "firm/lodby-foundry",
          fields: [{ path: ["id"], before: "firm/lodby-castings", after: "firm/lodby-foundry" }],
        },
      ],
    });
  });

  test("has for every list words that tell its records", () => {
    for (const [section, records] of Object.entries(bundled().records)) {
      for (const record of records) expect(keyOf(section as SectionName, record)).toMatch(/^[^\s]/);
    }
  });
});
