import type { Dataset, Located, Position } from "../dataset.js";
import type { Finding } from "../finding.js";
import type { SectionName } from "../schema/file.js";
import type { DatasetIndex } from "./dataset-index.js";

/** What a rule found: the record, the part of it that is wrong, and what was expected and what came. */
export interface Problem {
  readonly located: Located;
  readonly path?: readonly (string | number)[];
  readonly message: string;
}

/** One thing that must hold across the records of a dataset. */
export interface Rule {
  /** As in findings and exceptions: kebab-case, and the name of the rule's file. */
  readonly name: string;
  /** One sentence: what must hold, and why. */
  readonly description: string;
  /** The sections whose records it looks at; all where it is left out. */
  readonly scope?: readonly SectionName[];
  check(dataset: Dataset, index: DatasetIndex): Iterable<Problem>;
}

export function findingOf(rule: string, { located, path, message }: Problem): Finding {
  const position: Position = located.position(path);
  return { rule, ...position, message };
}
