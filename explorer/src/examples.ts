// The examples are files that also stand by themselves: an operation whose first two comment lines are its title and
// a sentence about it, and beside it its variables.

export interface Example {
  readonly title: string;
  readonly sentence: string;
  readonly operation: string;
  /** JSON, as its author wrote it. */
  readonly variables: string;
}

const operations = import.meta.glob<string>("../../questions/examples/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const variables = import.meta.glob<string>("../../questions/examples/*.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** In the order of their numbers. */
export const examples: readonly Example[] = Object.entries(operations).map(([path, operation]) => {
  const [title, sentence] = operation.split("\n", 2).map((line) => /^# (.+)$/.exec(line)?.[1]);
  const values = variables[path.replace(/\.graphql$/, ".json")];
  if (title === undefined || sentence === undefined || values === undefined) {
    throw new Error(`expected two lines of comment and variables beside them; not so in ${path}`);
  }
  return { title, sentence, operation: operation.trim(), variables: values.trim() };
});
