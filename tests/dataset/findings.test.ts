import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { findingAsText, inFileOrder } from "../../src/dataset/finding.js";
import { readdirSync } from "node:fs";
import { projectRoot } from "../../src/project-root.js";
import { rules } from "../../src/dataset/rules/check.js";
import { readDatasetFolder } from "../../src/dataset/read/folder.js";
import { temporaryFolder } from "../temporary-folder.js";
import { check, findingsOf } from "./checking.js";

test("every rule has a file and a test of its name", () => {
  const names = rules.map(({ name }) => name);
  const files = (folder: string): string[] => readdirSync(join(projectRoot, folder));
  for (const name of names) {
    expect(files("src/dataset/rules")).toContain(`${name}.ts`);
    expect(files("tests/dataset/rules")).toContain(`${name}.test.ts`);
  }
  expect(new Set(names).size).toBe(names.length);
});

describe("a record that does not have its shape is found, with what was expected and what came", () => {
  test.each([
    [
      "a kind that is none",
      "firms:\n  - { id: firm/a, kind: SHOP, names: [{ name: A }], cite: p. 1 }",
      /^2:19 shape kind: Invalid option: expected one of "SYSTEM_FIRM".*; got "SHOP"$/,
    ],
    [
      "a key that is none",
      "firms:\n  - { id: firm/a, knd: OTHER, names: [{ name: A }], cite: p. 1 }",
      /^2:19 shape Unrecognized key: "knd"$/,
    ],
    [
      "text that ends at its comma",
      "firms:\n  - { id: firm/a, names: [{ name: A, or so }], cite: p. 1 }",
      /Unrecognized key: "or so"; text with a comma in it needs quotes$/,
    ],
    [
      "a fact without its page",
      "firms:\n  - { id: firm/a, names: [{ name: A }] }",
      /^2:5 shape cite: Invalid input: expected string, received undefined; got nothing$/,
    ],
    [
      "a date that is none",
      "firms:\n  - { id: firm/a, names: [{ name: A }], existence: 1987-13/.., cite: p. 1 }",
      /^2:41 shape existence: expected an EDTF period such as .*; got "1987-13\/\.\."$/,
    ],
    [
      "a period without a slash",
      'firms:\n  - { id: firm/a, names: [{ name: A }], existence: "1987", cite: p. 1 }',
      /^2:41 shape existence: expected an EDTF period such as .*; got "1987"/,
    ],
    [
      "an id of another kind",
      "firms:\n  - { id: unit/a, names: [{ name: A }], cite: p. 1 }",
      /^2:7 shape id: expected an id of kind firm; got "unit\/a"$/,
    ],
    [
      "an id that cannot be typed",
      "firms:\n  - { id: firm/Ås, names: [{ name: A }], cite: p. 1 }",
      /^2:7 shape id: expected a lower-case path such as firm\/sensonor; got "firm\/Ås"$/,
    ],
    ["a list that is none", "firm:\n  - { id: firm/a }", /^1:1 shape expected one of sources, .*; got firm$/],
    [
      "a share with bounds beside it",
      "ownerships:\n  - { owner: firm/a, owned: firm/b, share: 5, shareAtLeast: 5, cite: p. 1 }",
      /^2:37 shape share: expected share, or shareAtLeast and shareAtMost, not both/,
    ],
    [
      "a share of at least more than at most",
      "ownerships:\n  - { owner: firm/a, owned: firm/b, shareAtLeast: 50, shareAtMost: 40, cite: p. 1 }",
      /^2:37 shape shareAtLeast: expected no more than shareAtMost, 40; got 50$/,
    ],
  ])("%s", (_what, text, expected) => {
    const found = check(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test("text that is no YAML", () => {
    expect(check("firms: [")[0]).toMatch(/^1:9 yaml /);
  });
});

test("all findings are given, not the first, as editors can jump to them", () => {
  const found = findingsOf({
    "b.yaml": "firms:\n  - { id: firm/a, kind: SHOP, names: [], cite: page one }\n",
    "a.yaml": "units:\n  - { id: unit/a }\n",
  });
  expect(
    inFileOrder(found)
      .map(findingAsText)
      .map((text) => text.slice(0, text.indexOf(": "))),
  ).toEqual(["a.yaml:2:5", "a.yaml:2:5", "b.yaml:2:19", "b.yaml:2:31", "b.yaml:2:42"]);
});

describe("the cells of a table", () => {
  const table = (csv: string): string[] =>
    findingsOf({
      "a.yaml":
        "measures:\n  - { id: employment, name: { en: Employment }, unit: persons }\ntables:\n  - { id: table/book/1, number: '1', title: { en: One }, cells: one.csv, cite: p. 1 }\n",
      "one.csv": csv,
    }).map(findingAsText);

  test("are right with their columns", () => {
    expect(table("row,column,measure,period,value,age\n1,1,employment,1999,12.5,old\n")).toEqual([]);
  });
  test("that are no numbers are found, with their line", () => {
    expect(table('row,column,measure,period,value\n1,1,employment,1999,12\n1,2,employment,1999,"12,5"\n')).toEqual([
      'one.csv:3:1: value: expected a number with a decimal point, or nothing; got "12,5" [shape]',
    ]);
  });
  test("without value, bounds, words or reason are found", () => {
    expect(table("row,column,measure,period,value\n1,1,employment,1999,\n")).toEqual([
      "one.csv:2:1: expected value, valueText, bounds of a range, or missing [shape]",
    ]);
  });
  test("in a file that is not there are found", () => {
    expect(
      findingsOf({
        "a.yaml": "tables:\n  - { id: table/book/1, number: '1', title: { en: One }, cells: none.csv, cite: p. 1 }\n",
      }).map(findingAsText),
    ).toEqual(["a.yaml:2:58: expected the file none.csv; there is none [csv]"]);
  });
});

describe("the manifest", () => {
  const manifest = (more: string): string =>
    `id: small\ntitle: { en: S }\ndescription: { en: S }\nlicence: CC0-1.0\nsource: source/book\n${more}`;
  const firm = "firms:\n  - { id: firm/a, names: [{ name: A }], cite: p. 1 }\n";

  test("says how many records there are at the least", () => {
    expect(
      findingsOf({ "a.yaml": firm, "dataset.yaml": manifest("minimumCounts: { firms: 2 }") }).map(findingAsText),
    ).toEqual(["dataset.yaml:1:1: minimumCounts: expected at least 2 firms; got 1 [nothing-is-lost]"]);
  });

  test("says how many records of a town there are at the least", () => {
    const town =
      "towns:\n  - { id: town/lodby, name: { en: Lodby }, cite: p. 1 }\nfirms:\n  - { id: firm/a, names: [{ name: A }], town: town/lodby, cite: p. 1 }\nevents:\n  - { id: event/a, kind: OTHER, title: { en: A }, towns: [town/lodby], cite: p. 1 }\n";
    const counts = "minimumCounts: {}\nminimumCountsByTown: { town/lodby: { firms: 2, events: 1 } }";
    expect(findingsOf({ "a.yaml": town, "dataset.yaml": manifest(counts) }).map(findingAsText)).toEqual([
      "dataset.yaml:1:1: minimumCountsByTown: expected at least 2 firms of town/lodby; got 1 [nothing-is-lost]",
    ]);
  });

  test("excuses what is right all the same, and nothing longer than needed", () => {
    const excuse = (about: string): string =>
      manifest(
        `minimumCounts: {}\nexceptions:\n  - { rule: references-resolve, about: [${about}], reason: To be described. }`,
      );
    const supply = "supplies:\n  - { supplier: firm/a, customer: firm/b, cite: p. 1 }\n";
    expect(findingsOf({ "a.yaml": firm + supply, "dataset.yaml": excuse("firm/a, firm/b") })).toEqual([]);
    expect(findingsOf({ "a.yaml": firm, "dataset.yaml": excuse("firm/a") }).map(findingAsText)).toEqual([
      "dataset.yaml:1:1: exceptions: references-resolve finds nothing about firm/a any more [exceptions-are-needed]",
    ]);
  });

  test("has to be there", () => {
    const folder = temporaryFolder("nothing");
    expect(readDatasetFolder(folder).findings.map(findingAsText)).toEqual([
      `dataset.yaml:1:1: expected dataset.yaml in ${folder}; there is none [manifest]`,
    ]);
  });
});
