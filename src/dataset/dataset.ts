import type { Manifest, RecordOf, SectionName } from "./schema/file.js";

/** Where in the dataset's folder something stands; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A record with its place in the files. */
export interface Located<Name extends SectionName = SectionName> {
  readonly section: Name;
  readonly record: RecordOf<Name>;
  /** Position of the record or, with a path such as `["names", 0, "period"]`, of a part of it. */
  readonly position: (path?: readonly (string | number)[]) => Position;
}

export type LocatedRecords = { readonly [Name in SectionName]: readonly Located<Name>[] };

/** A dataset as read: every record has the shape of its section, and nothing is checked across records yet. */
export interface Dataset {
  readonly manifest: Manifest;
  readonly records: LocatedRecords;
}
