import { Command } from "commander";
import { readConfig } from "../config.js";
import { serveUntilSignal } from "../main.js";

export const serveCommand = new Command("serve")
  .description("run the service, by the settings in the environment (docs/settings.md)")
  .action(async () => {
    await serveUntilSignal(readConfig());
  });
