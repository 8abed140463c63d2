// The questions of the folder `questions`, which the tests ask, too. The page leaves out their answers: it asks.

export interface Question {
  readonly question: string;
  /** A sentence about what can be seen by it. */
  readonly shows: string;
  readonly kind: string;
  readonly operation: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const files = import.meta.glob<Question>("../../questions/*.yaml", { import: "default", eager: true });

/** In the order of their numbers. */
export const questions: readonly Question[] = Object.keys(files)
  .toSorted()
  .flatMap((path) => files[path] ?? []);

/** What kinds of questions are called, in the order in which they are shown. */
export const kinds: Readonly<Record<string, string>> = {
  lineage: "Lineage",
  ownership: "Owners",
  time: "Points in time",
  institutions: "Institutions behind firms",
  relations: "Partners, customers, technology",
  people: "People",
  statistics: "Figures",
  comparison: "Towns compared",
  doubts: "Doubts",
};

/** The name of an operation, which no two questions share. */
export function nameOf(operation: string): string {
  return /^\s*query\s+(\w+)/.exec(operation)?.[1] ?? "";
}
