import { Command } from "commander";
import { readConfig } from "../config.js";
import { openStore } from "../main.js";

export const backupCommand = new Command("backup")
  .description("copy what a store holds into a new folder, whole or not at all; services and loads may go on meanwhile")
  .argument("<folder>", "the folder to make; it is a store in turn")
  .action((folder: string) => {
    const { version } = openStore(readConfig().graph).backUp(folder);
    console.log(`${folder}: a backup of the dataset's version ${version.slice(0, 12)}`);
  });
