// Where measurements go: between two lines of docs/performance.md, in the place of what was measured before.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../src/project-root.js";

/** Puts the lines between `<!-- measured: (by) -->` and `<!-- end: (by) -->`. */
export function writeMeasured(by: string, lines: readonly string[]): void {
  const file = join(projectRoot, "docs/performance.md");
  const [begin, end] = [`<!-- measured: ${by} -->`, `<!-- end: ${by} -->`];
  const text = readFileSync(file, "utf8");
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`expected ${begin} and ${end} in ${file}`);
  writeFileSync(file, `${before}${begin}\n\n${lines.join("\n")}\n\n${end}${after}`);
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
