import type { Finding } from "../finding.js";
import type { Dataset, Located } from "../dataset.js";
import type { SectionName } from "../schema/file.js";

/** The dataset holds at least as many records of each section, and of each town, as its manifest says. */
export function tooFew({ manifest, records }: Dataset): Finding[] {
  const of = (section: string): readonly Located[] => records[section as SectionName];
  const byTown = Object.entries(manifest.minimumCountsByTown).flatMap(([town, counts]) =>
    Object.entries(counts).map(([section, minimum]) => ({
      counts: "minimumCountsByTown",
      what: `${section} of ${town}`,
      minimum,
      count: of(section).filter(({ record }) => townsOf(record).includes(town)).length,
    })),
  );
  const inAll = Object.entries(manifest.minimumCounts).map(([section, minimum]) => ({
    counts: "minimumCounts",
    what: section,
    minimum,
    count: of(section).length,
  }));
  return [...inAll, ...byTown]
    .filter(({ count, minimum }) => count < minimum)
    .map(({ counts, what, minimum, count }) => {
      const message = `${counts}: expected at least ${minimum} ${what}; got ${count}`;
      return { rule: "nothing-is-lost", file: "dataset.yaml", line: 1, column: 1, message };
    });
}

function townsOf(record: object): readonly string[] {
  if ("towns" in record) return record.towns as readonly string[];
  return "town" in record ? [record.town as string] : [];
}
