import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project-root.js";
import { type CompiledDataset, compile } from "./compiled.js";
import { type Finding, findingAsText, inFileOrder } from "./finding.js";
import { readDatasetFolder } from "./read/folder.js";
import { checkAcrossRecords } from "./rules/check.js";

/** The dataset that comes with the project: its folder, and the file that the build makes of it. */
export const bundledFolder = join(projectRoot, "data/technology-towns");
export const bundledFile = join(projectRoot, "build/dataset.json");

/** A dataset in whose files something is wrong. */
class DatasetError extends Error {
  readonly findings: readonly Finding[];

  constructor(folder: string, findings: readonly Finding[]) {
    const listed = inFileOrder(findings).map(findingAsText);
    super(`${folder} cannot be loaded:\n${listed.join("\n")}\n${findings.length} findings`);
    this.name = "DatasetError";
    this.findings = findings;
  }
}

/** @throws {DatasetError} with all findings where there are any */
export function readDataset(folder: string): CompiledDataset {
  const { dataset, findings } = readDatasetFolder(folder);
  // Records without their shape are left out, and what refers to them would seem dangling: shapes first.
  const all = dataset === null || findings.length > 0 ? findings : checkAcrossRecords(dataset);
  if (dataset === null || all.length > 0) throw new DatasetError(folder, all);
  return compile(dataset);
}

/** The bundled dataset as the build left it, as parsing YAML with positions takes seconds. */
export function readBundledDataset(): CompiledDataset {
  if (!existsSync(bundledFile)) throw new Error(`expected ${bundledFile}; there is none: run npm run build`);
  return readCompiledDataset(bundledFile);
}

/** A dataset as `opphav compile` left it. */
export function readCompiledDataset(file: string): CompiledDataset {
  return JSON.parse(readFileSync(file, "utf8")) as CompiledDataset;
}
