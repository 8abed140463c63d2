import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readDatasetFolder } from "../../src/dataset/read/folder.js";
import { bundledFolder } from "../../src/dataset/source.js";
import { projectRoot } from "../../src/project-root.js";

const document = readFileSync(join(projectRoot, "docs/data/technology-towns.md"), "utf8");

/** The rows of the document's tables whose cells are numbers: `firms` to `[70, 45, 60, 80, 400]`. */
const rows = new Map(
  [...document.matchAll(/^\| (\w+) ((?:\| \d+ )+)\|$/gm)].map(([, name = "", cells = ""]) => [
    name,
    cells
      .split("|")
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "")
      .map(Number),
  ]),
);

test("what the dataset counts is what its document says, in all and by town", () => {
  const manifest = readDatasetFolder(bundledFolder).dataset?.manifest;
  if (manifest === undefined) throw new Error("expected a manifest; there is none");
  const { minimumCounts, minimumCountsByTown } = manifest;
  expect(Object.fromEntries([...rows].map(([name, numbers]) => [name, numbers.at(-1)]))).toEqual(minimumCounts);
  for (const [index, town] of ["horten", "kongsberg", "raufoss", "halden"].entries()) {
    const said = Object.fromEntries(
      [...rows].filter(([, numbers]) => numbers.length > 1).map(([name, numbers]) => [name, numbers[index]]),
    );
    expect([town, said]).toEqual([town, minimumCountsByTown[`town/${town}`]]);
  }
});
