// What all contestants are asked, in the words of our service.
import { parseInterval } from "../../src/domain/period.js";
import type { Operation } from "../service.js";

export const questionNames = ["field", "firm", "town", "descendants", "years", "tree"] as const;
export type QuestionName = (typeof questionNames)[number];

export interface Question {
  readonly title: string;
  /** What the ids are that it is asked of. */
  readonly of: "organizations" | "predecessors" | "towns";
  readonly query: string;
}

/** Links of these years are followed in the question that asks for some; for peers in days, as the graph has them. */
const years = "1950/1980";
export const yearsInDays = { first: parseInterval(years).first, last: parseInterval(years).last };

/** Levels of the tree, and successors of each of its organizations. */
export const tree: Readonly<Record<"depth" | "width", number>> = { depth: 5, width: 10 };

const withOrigins = "id name origins { mechanism predecessor { id name } }";

export const questions: Readonly<Record<QuestionName, Question>> = {
  field: {
    title: "one field of a firm",
    of: "organizations",
    query: "query ($id: ID!) { organization(id: $id) { name } }",
  },
  firm: {
    title: "a firm with its predecessors",
    of: "organizations",
    query: `query ($id: ID!) { organization(id: $id) { ${withOrigins} } }`,
  },
  town: {
    title: "a town's first 20 by name, with their predecessors",
    of: "towns",
    query: `query ($id: ID!) { town(id: $id) { organizations(first: 20) { nodes { ${withOrigins} } } } }`,
  },
  descendants: {
    title: "all descendants, the nearest 100",
    of: "predecessors",
    query: "query ($id: ID!) { organization(id: $id) { descendants(first: 100) { nodes { id name } } } }",
  },
  years: {
    title: `descendants along links of ${years.replace("/", " to ")}`,
    of: "predecessors",
    query: `query ($id: ID!) { organization(id: $id) { descendants(first: 100, along: { during: "${years}" }) { nodes { id name } } } }`,
  },
  tree: {
    title: `successors, ${tree.depth} levels deep`,
    of: "predecessors",
    query: `query ($id: ID!) { organization(id: $id) { ${treeOf(
      (below) => `id name offshoots(first: ${tree.width}) { nodes { successor { ${below} } } }`,
    )} } }`,
  },
};

/** Words for a level of the tree around those for the levels below it. */
export function treeOf(level: (below: string, depth: number) => string, leaf = "id name"): string {
  let words = leaf;
  for (let depth = tree.depth; depth > 0; depth--) words = level(words, depth);
  return words;
}

/** How a contestant is asked a question, and how to read its answer. */
export interface Wording {
  readonly query: string;
  /** Besides the id. */
  readonly variables?: Operation["variables"];
  /** Its data as ours; left out where it answers in the same bytes. */
  readonly asOurs?: (data: never) => unknown;
}

export type Words = Partial<Readonly<Record<QuestionName, Wording>>>;
