import { describe, expect, test } from "@jest/globals";
import { type Coverage, coverageOf } from "../../src/dataset/coverage.js";
import { readDatasetFolder } from "../../src/dataset/read/folder.js";
import { bundledFolder } from "../../src/dataset/source.js";
import { datasetFolder, manifest } from "./checking.js";

/** How far a dataset with these firms, and these names left out, covers a text. */
function coverage(text: string, names: readonly string[], leftOut: readonly string[] = []): Coverage {
  const reasons = leftOut.map((name) => ({ name, reason: "It is no name." }));
  const firms = names.map((name, index) => ({ id: `firm/f${index}`, names: [{ name }], cite: "p. 1" }));
  // JSON is YAML.
  const folder = datasetFolder({
    "dataset.yaml": `${manifest}leftOut: ${JSON.stringify(reasons)}\n`,
    "firms.yaml": `firms: ${JSON.stringify(firms)}\n`,
  });
  const { dataset, findings } = readDatasetFolder(folder);
  if (dataset === null || findings.length > 0) throw new Error(JSON.stringify(findings));
  return coverageOf(dataset, text);
}

const missing = (text: string, names: readonly string[]): string[] =>
  coverage(text, names).missing.map(({ name, pages }) => `${name}: ${pages.join(", ")}`);

describe("names of a text that are in no record are listed with their pages", () => {
  test("a name of several words counts as one", () => {
    const text =
      "[[page 3]]\nin 1987 it was bought by Ormvik Mekaniske Verksted.\n[[page 4]]\nat Ormvik Mekaniske Verksted";
    expect(missing(text, ["Lodby"])).toEqual(["Ormvik Mekaniske Verksted: 3, 4"]);
  });

  test("a page without a number counts to the one before it", () => {
    expect(missing("[[page 3]]\nand\n[[page ?]]\nthe Ormvik works", ["Lodby"])).toEqual(["Ormvik: 3"]);
  });

  test.each([
    ["the name itself", "sold to Lodby Verft in 1987"],
    ["a part of it", "sold to the Verft in 1987"],
    ["the genitive", "one of Lodby Verfts owners"],
    ["a compound", "the old Lodbymiljøet, and Lodby-miljøet"],
    ["two names side by side", "the row of Lodby Ormvik firms"],
    ["with a legal form", "sold to Lodby AS"],
    ["divided at the end of a line", "sold to Lod-\nby in 1987"],
    ["over two lines", "sold to Lodby\nVerft in 1987"],
  ])("%s is covered", (_form, text) => {
    expect(missing(`[[page 3]]\n${text}`, ["Lodby Verft", "Lodby", "Ormvik"])).toEqual([]);
  });

  test("a word with a capital because a sentence begins with it is no name", () => {
    expect(missing("[[page 3]]\nthe firms grew. Firms grew, and Firms grew.", ["Lodby"])).toEqual(["Firms: 3"]);
    expect(missing("[[page 3]]\nthe firms grew. Firms grew. Elsewhere they shrank.", ["Lodby"])).toEqual([]);
  });

  test("letters that are all capitals are a name at the beginning of a sentence, too", () => {
    expect(missing("[[page 3]]\nthe firms grew. OMV grew.", ["Lodby"])).toEqual(["OMV: 3"]);
  });

  test("a part of two names together does not cover", () => {
    expect(missing("[[page 3]]\nat Ormvik Verksted", ["Ormvik Bruk", "Lodby Verksted"])).toEqual([
      "Ormvik Verksted: 3",
    ]);
  });
});

test("names left out with a reason are not missing, and those that are not in the text are needless", () => {
  const { missing: none, needless } = coverage("[[page 3]]\nby Porter in Lodby", ["Lodby"], ["Porter", "Marshall"]);
  expect({ none, needless }).toEqual({ none: [], needless: ["Marshall"] });
});

test("the bundled dataset leaves out at most 150 names, each with a reason", () => {
  const leftOut = readDatasetFolder(bundledFolder).dataset?.manifest.leftOut ?? [];
  expect(leftOut.length).toBeLessThanOrEqual(150);
  expect(leftOut.filter(({ reason }) => reason.length < 10)).toEqual([]);
});
