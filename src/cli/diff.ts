import { Command } from "commander";
import { type DatasetDiff, diffDatasets, keyOf } from "../dataset/diff.js";
import type { SectionName } from "../dataset/schema/file.js";
import { readCompiledDataset, readDataset } from "../dataset/source.js";

export const diffCommand = new Command("diff")
  .description("what differs between two versions of a dataset: records added, removed and changed, field by field")
  .argument("<before>", "the dataset's folder, or the file that `opphav compile` made of it")
  .argument("<after>", "the same, of the later version")
  .option("--json", "as JSON")
  .action((before: string, after: string, { json }: { json?: true }) => {
    const diff = diffDatasets(versionAt(before), versionAt(after));
    console.log(json === true ? JSON.stringify(diff, null, 2) : inWords(diff));
  });

function versionAt(path: string) {
  return path.endsWith(".json") ? readCompiledDataset(path) : readDataset(path);
}

function inWords({ before, after, sections }: DatasetDiff): string {
  const lines = Object.entries(sections).flatMap(([section, { added, removed, changed }]) => {
    const name = section as SectionName;
    return [
      `${name}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`,
      ...added.map((record) => `  + ${keyOf(name, record)}`),
      ...removed.map((record) => `  - ${keyOf(name, record)}`),
      ...changed.flatMap(({ key, fields }) => [
        `  ~ ${key}`,
        ...fields.map(({ path, before: was, after: is }) => `      ${path.join(".")}: ${told(was)} → ${told(is)}`),
      ]),
    ];
  });
  const versions = `${before.slice(0, 12)} → ${after.slice(0, 12)}`;
  return lines.length === 0 ? `${versions}: no record differs` : [versions, ...lines].join("\n");
}

function told(value: unknown): string {
  return value === undefined ? "(nothing)" : JSON.stringify(value);
}
