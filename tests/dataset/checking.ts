import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../../src/dataset/finding.js";
import { readDatasetFolder } from "../../src/dataset/read/folder.js";
import { checkAcrossRecords } from "../../src/dataset/rules/check.js";
import { temporaryFolder } from "../temporary-folder.js";

export const manifest = `
id: small
title: { en: Small }
description: { en: A dataset of a test. }
licence: CC0-1.0
source: source/book
minimumCounts: {}
`;

const base = `
sources:
  - { id: source/book, title: A book, authors: ["Berg, Anna"], year: 1999, pages: { from: 1, to: 99 } }
`;

/** A dataset's folder with a manifest, a source and the files given, by their names. */
export function datasetFolder(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder("dataset");
  for (const [name, text] of Object.entries({ "dataset.yaml": manifest, "base.yaml": base, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** All that is wrong with it, shapes and rules. */
export function findingsOf(files: Readonly<Record<string, string>>): readonly Finding[] {
  const { dataset, findings } = readDatasetFolder(datasetFolder(files));
  return dataset === null || findings.length > 0 ? findings : checkAcrossRecords(dataset);
}

/** Where and what, of the one file `a.yaml`: `5:7 unique-ids expected …`. */
export function check(text: string): string[] {
  return findingsOf({ "a.yaml": text }).map(({ file, line, column, rule, message }) =>
    [file === "a.yaml" ? `${line}:${column}` : `${file}:${line}:${column}`, rule, message].join(" "),
  );
}
