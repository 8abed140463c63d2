import type { SectionName } from "../schema/file.js";
import type { Finding } from "../finding.js";
import type { Dataset } from "../dataset.js";

/** The dataset holds at least as many records of each section as its manifest says. It is about no record. */
export function tooFew({ manifest, records }: Dataset): Finding[] {
  return Object.entries(manifest.minimumCounts).flatMap(([section, minimum]) => {
    const count = records[section as SectionName].length;
    if (count >= minimum) return [];
    const message = `minimumCounts: expected at least ${minimum} ${section}; got ${count}`;
    return [{ rule: "nothing-is-lost", file: "dataset.yaml", line: 1, column: 1, message }];
  });
}
