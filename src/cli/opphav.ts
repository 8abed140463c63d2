#!/usr/bin/env node
// The command line: one file a command, each a few lines around what the rest of the project does.
import "./production.js";
import { Command } from "commander";
import { backupCommand } from "./backup.js";
import { checkCommand } from "./check.js";
import { compileCommand } from "./compile.js";
import { coverageCommand } from "./coverage.js";
import { diffCommand } from "./diff.js";
import { exportCommand } from "./export.js";
import { loadCommand } from "./load.js";
import { restoreCommand } from "./restore.js";
import { schemaCommand } from "./schema.js";
import { serveCommand } from "./serve.js";

const program = new Command("opphav")
  .description("A knowledge base of industrial lineage, served as GraphQL")
  .addCommand(serveCommand)
  .addCommand(checkCommand)
  .addCommand(coverageCommand)
  .addCommand(loadCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(compileCommand)
  .addCommand(diffCommand)
  .addCommand(exportCommand)
  .addCommand(schemaCommand);

try {
  await program.parseAsync();
} catch (error) {
  // What a person can mend is said in a line; where it came from is for the developer who asks.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
