import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project-root.js";

/** A Cypher statement by its name: `lineage/links-down` is `cypher/lineage/links-down.cypher`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a statement from its file. Called where a module is loaded, so that a missing file stops the start and not
 * a request. Comments stay in the file: engines plan by text, and need none.
 */
export function statement(name: string): Statement {
  const text = readFileSync(join(projectRoot, "cypher", `${name}.cypher`), "utf8");
  return { name, text: text.replaceAll(/^\s*\/\/.*$/gm, "").trim() };
}

/** The statements of a file that holds several, ended by semicolons each. */
export function statements(name: string): Statement[] {
  return statement(name)
    .text.split(";")
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text, index) => ({ name: `${name}#${index + 1}`, text }));
}
