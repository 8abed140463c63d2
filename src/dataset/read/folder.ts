import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dataset, Located } from "../dataset.js";
import type { Finding } from "../finding.js";
import { type Manifest, type SectionName, manifest as manifestShape, sections } from "../schema/file.js";
import { readTableCells } from "./table-cells.js";
import { readYaml, shapeFindings } from "./yaml-file.js";

const manifestFile = "dataset.yaml";

export interface FolderRead {
  /** Null where the manifest could not be read. Records that do not have their shape are left out. */
  readonly dataset: Dataset | null;
  readonly findings: readonly Finding[];
}

/** Reads all YAML files of a dataset's folder, and the CSV files that its tables name. */
export function readDatasetFolder(folder: string): FolderRead {
  const findings: Finding[] = [];
  const records: Record<string, Located[]> = Object.fromEntries(Object.keys(sections).map((name) => [name, []]));
  const manifest = readManifest(folder, findings);

  for (const name of yamlFiles(folder)) {
    const file = readYaml(name, readFileSync(join(folder, name), "utf8"));
    findings.push(...file.problems);
    if (file.content === null || file.content === undefined) continue;
    if (typeof file.content !== "object" || Array.isArray(file.content)) {
      findings.push({
        rule: "shape",
        ...file.position([]),
        message: "expected a map of lists such as firms: and descents:",
      });
      continue;
    }
    for (const [section, list] of Object.entries(file.content)) {
      if (!isSection(section)) {
        const message = `expected one of ${Object.keys(sections).join(", ")}; got ${section}`;
        findings.push({ rule: "shape", ...file.position([section]), message });
        continue;
      }
      if (!Array.isArray(list)) {
        findings.push({ rule: "shape", ...file.position([section]), message: `${section}: expected a list` });
        continue;
      }
      for (const [index, entry] of list.entries()) {
        const parsed = sections[section].safeParse(entry);
        if (!parsed.success) {
          findings.push(...shapeFindings(file, parsed.error, [section, index], entry));
          continue;
        }
        records[section]?.push({
          section,
          record: parsed.data,
          position: (path = []) => file.position([section, index, ...path]),
        });
      }
    }
  }

  for (const { record: table, position } of (records["tables"] ?? []) as Located<"tables">[]) {
    if (table.cells === undefined) continue;
    const path = join(folder, table.cells);
    if (!existsSync(path)) {
      findings.push({
        rule: "csv",
        ...position(["cells"]),
        message: `expected the file ${table.cells}; there is none`,
      });
      continue;
    }
    const read = readTableCells(table, table.cells, readFileSync(path, "utf8"));
    findings.push(...read.findings);
    records["observations"]?.push(...read.observations);
  }

  return {
    dataset: manifest === null ? null : { manifest, records: records as unknown as Dataset["records"] },
    findings,
  };
}

function isSection(name: string): name is SectionName {
  return Object.hasOwn(sections, name);
}

function readManifest(folder: string, findings: Finding[]): Manifest | null {
  const path = join(folder, manifestFile);
  if (!existsSync(path)) {
    const message = `expected ${manifestFile} in ${folder}; there is none`;
    findings.push({ rule: "manifest", file: manifestFile, line: 1, column: 1, message });
    return null;
  }
  const file = readYaml(manifestFile, readFileSync(path, "utf8"));
  findings.push(...file.problems);
  const parsed = manifestShape.safeParse(file.content);
  if (parsed.success) return parsed.data;
  findings.push(...shapeFindings(file, parsed.error, [], file.content));
  return null;
}

/** Sorted by code point, so that findings and records come in the same order everywhere. */
function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".yaml") && name !== manifestFile)
    .sort();
}
