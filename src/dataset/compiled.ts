import { createHash } from "node:crypto";
import type { Dataset } from "./dataset.js";
import { type Manifest, type RecordOf, type SectionName, sections } from "./schema/file.js";

/** A record, and where the dataset's files state it: `kongsberg/firms.yaml:12`. */
type StatedRecord<Name extends SectionName> = RecordOf<Name> & { readonly statedAt: string };

export type Records = { readonly [Name in SectionName]: readonly StatedRecord<Name>[] };

/** A checked dataset, ready to be loaded. */
export interface CompiledDataset {
  /**
   * SHA-256 of the records in canonical order: the order of files, records and keys does not change it, nor do the
   * places at which they are stated.
   */
  readonly version: string;
  readonly manifest: Manifest;
  readonly records: Records;
}

export function compile({ manifest, records }: Dataset): CompiledDataset {
  const stated = Object.keys(sections).map((section) => {
    const inOrder = records[section as SectionName]
      .map(({ record, position }) => ({ text: canonicalText(record), position: position() }))
      .toSorted((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    return [section, inOrder] as const;
  });
  const canonical = stated.map(([section, inOrder]) => [section, inOrder.map(({ text }) => text)]);
  const { minimumCounts, minimumCountsByTown, exceptions, leftOut, ...described } = manifest;
  const version = createHash("sha256").update(canonicalText({ described, canonical })).digest("hex");
  const compiled = stated.map(([section, inOrder]) => [
    section,
    inOrder.map(({ text, position: { file, line } }) => ({
      ...(JSON.parse(text) as object),
      statedAt: `${file}:${line}`,
    })),
  ]);
  return { version, manifest, records: Object.fromEntries(compiled) as Records };
}

/** JSON with sorted keys and without what is undefined. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
