// From files to graph: read/ gives records with their places in the files, rules/ checks what must fit together,
// write/ puts a checked dataset into a graph.

/** Something wrong in the dataset's files, and where. */
export interface Finding {
  /** The name of the rule that it breaks; `shape` where a record does not have the shape of its section. */
  readonly rule: string;
  /** Path relative to the dataset's folder. */
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  /** What was expected and what came. */
  readonly message: string;
}

/** `kongsberg/firms.yaml:12:5: message [rule]`, as compilers write it, so that editors can jump to it. */
export function findingAsText(finding: Finding): string {
  return `${finding.file}:${finding.line}:${finding.column}: ${finding.message} [${finding.rule}]`;
}

export function inFileOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
