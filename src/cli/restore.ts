import { Command } from "commander";
import { readConfig } from "../config.js";
import { openStore } from "../main.js";

export const restoreCommand = new Command("restore")
  .description("put a backup into the store, whole or not at all; services that read it notice within a second")
  .argument("<folder>", "the folder that `opphav backup` made")
  .action((folder: string) => {
    const { graph } = readConfig();
    const { version } = openStore(graph).takeFrom(openStore({ kind: "store", folder }));
    console.log(`${folder}: the dataset's version ${version.slice(0, 12)} is restored`);
  });
