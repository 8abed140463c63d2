import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.js";

export const contractFolder = join(projectRoot, "tests/graphql/contract");

/** The operations of the contract by their number, such as `01`. */
export const operations: ReadonlyMap<string, string> = new Map(
  readdirSync(join(contractFolder, "operations"))
    .toSorted()
    .map((file) => [file.slice(0, 2), readFileSync(join(contractFolder, "operations", file), "utf8")]),
);

export function operation(number: string): string {
  const text = operations.get(number);
  if (text === undefined) throw new Error(`expected one of ${[...operations.keys()].join(", ")}; got ${number}`);
  return text;
}
