import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Command } from "commander";
import { bundledFile, bundledFolder, readDataset } from "../dataset/source.js";

export const compileCommand = new Command("compile")
  .description("check a dataset and write it into one file, as the build does with the bundled one")
  .argument("[folder]", "the dataset's folder", bundledFolder)
  .option("--out <file>", "the file to write", bundledFile)
  .action((folder: string, { out }: { out: string }) => {
    const dataset = readDataset(folder);
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, JSON.stringify(dataset));
    console.log(`${out}: dataset ${dataset.manifest.id}, version ${dataset.version.slice(0, 12)}`);
  });
