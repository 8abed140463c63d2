import { Command } from "commander";
import { findingAsText, inFileOrder } from "../dataset/finding.js";
import { readDatasetFolder } from "../dataset/read/folder.js";
import { checkAcrossRecords } from "../dataset/rules/check.js";

export const checkCommand = new Command("check")
  .description("check a dataset's files: every finding with file, line and column; exit code 1 if there are any")
  .argument("<folder>", "the dataset's folder")
  .action((folder: string) => {
    const { dataset, findings } = readDatasetFolder(folder);
    // Records without their shape are left out, and what refers to them would seem dangling: shapes first.
    const all = dataset === null || findings.length > 0 ? findings : checkAcrossRecords(dataset);
    for (const finding of inFileOrder(all)) console.error(findingAsText(finding));
    if (dataset !== null && all.length === 0) {
      const counts = Object.entries(dataset.records).map(([section, { length }]) => `${length} ${section}`);
      console.log(`${folder}: nothing wrong. ${counts.join(", ")}`);
    } else {
      console.error(`${all.length} findings`);
      process.exitCode = 1;
    }
  });
