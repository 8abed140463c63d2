import { createHash } from "node:crypto";
import type { Dataset } from "./dataset.js";
import { type Manifest, type RecordOf, type SectionName, sections } from "./schema/file.js";

export type Records = { readonly [Name in SectionName]: readonly RecordOf<Name>[] };

/** A checked dataset without its places in the files, ready to be loaded. */
export interface CompiledDataset {
  /** SHA-256 of the records in canonical order: the order of files, records and keys does not change it. */
  readonly version: string;
  readonly manifest: Manifest;
  readonly records: Records;
}

export function compile({ manifest, records }: Dataset): CompiledDataset {
  const canonical = Object.fromEntries(
    Object.keys(sections).map((section) => {
      const texts = records[section as SectionName].map(({ record }) => canonicalText(record)).toSorted();
      return [section, texts.map((text) => JSON.parse(text) as unknown)];
    }),
  );
  const { minimumCounts, minimumCountsByTown, exceptions, leftOut, ...described } = manifest;
  const version = createHash("sha256").update(canonicalText({ described, canonical })).digest("hex");
  return { version, manifest, records: canonical as unknown as Records };
}

/** JSON with sorted keys and without what is undefined. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
