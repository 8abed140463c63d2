import { readFileSync } from "node:fs";
import { Command } from "commander";
import { coverageOf } from "../dataset/coverage.js";
import { readDatasetFolder } from "../dataset/read/folder.js";
import { bundledFolder } from "../dataset/source.js";

export const coverageCommand = new Command("coverage")
  .description("names of a source's text that are in no record, with their pages; exit code 1 where there are any")
  .argument("<text>", "the source as plain text, in which a line [[page 77]] begins each page")
  .argument("[folder]", "the dataset's folder", bundledFolder)
  .action((file: string, folder: string) => {
    const { dataset, findings } = readDatasetFolder(folder);
    if (dataset === null || findings.length > 0) throw new Error(`${folder} has findings: run opphav check ${folder}`);
    const { found, missing, needless } = coverageOf(dataset, readFileSync(file, "utf8"));
    for (const { name, pages } of missing) console.log(`${name}: p. ${pages.join(", ")}`);
    for (const name of needless) console.log(`leftOut: "${name}" is not needed`);
    console.log(
      `${found} names; ${missing.length} in no record; ${dataset.manifest.leftOut.length} left out with a reason, ${needless.length} of them needlessly`,
    );
    if (missing.length + needless.length > 0) process.exitCode = 1;
  });
