#!/usr/bin/env node
// The command line: one file a command, each a few lines around what the rest of the project does.
import { Command } from "commander";
import { checkCommand } from "./check.js";

const program = new Command("opphav")
  .description("A knowledge base of industrial lineage, served as GraphQL")
  .addCommand(checkCommand);

await program.parseAsync();
