// What a register of a size is asked, and how soon SQLite follows lineage in it: a step of `bench/growth.ts`.
// `node … bench/growth-questions.ts <organizations>`.
import { addToList } from "../src/domain/add-to-list.js";
import Database from "libsql";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { descentLinks } from "../src/dataset/write/derived-descents.js";
import { descendantCounts } from "../src/dataset/write/lineage-counts.js";
import { happeningProperties } from "../src/dataset/write/properties.js";
import { parseInterval } from "../src/domain/period.js";
import { type Latencies, latenciesOf, settled } from "./latencies.js";
import { conclude } from "./own-process.js";
import { registerOf } from "./register.js";
import type { Operation } from "./service.js";

/** One question, asked of many things. */
export interface Question {
  readonly name: string;
  /** What is aimed at. */
  readonly aim: string;
  readonly query: string;
  readonly variables: readonly Operation["variables"][];
}

export interface Questions {
  readonly questions: readonly Question[];
  /** The descendants of the founder of the largest family, along links of some years. */
  readonly dated: Operation & { readonly family: number };
  /** SQLite's answer to the same. */
  readonly sqlite: Latencies & { readonly count: number };
}

const asked = 600;
/** Families of which the answers have about the same size in every register. */
const [fewest, most] = [20, 60];
const largestTowns = 100;
/** However large the register. */
const flat = "p50 at most 2 times";
const search = "p99 10 at 100,000, 50 at a million";
const during = "1900/1960";

const { records, manifest } = registerOf(Number(process.argv[2]));
const links = descentLinks(records, manifest.source);
const organizations = [...records.firms, ...records.institutions, ...records.units, ...records.groups];

const random = xoroshiro128plus(7);
const oneOf = <Item>(items: readonly Item[]): Item => items[uniformInt(random, 0, items.length - 1)] as Item;
const drawn = (make: () => Operation["variables"]) => Array.from({ length: asked }, make);

const successors = new Map<string, string[]>();
const predecessors = new Map<string, number>();
for (const { record } of links) {
  addToList(successors, record.predecessor, record.successor);
  predecessors.set(record.successor, (predecessors.get(record.successor) ?? 0) + 1);
}
const descendants = descendantCounts(links);
const heads = [...descendants].filter(([, count]) => count >= fewest && count <= most).map(([id]) => id);
const ofOne = [...predecessors].filter(([, count]) => count === 1).map(([id]) => id);
const [founder, family] = [...descendants].reduce((largest, each) => (each[1] > largest[1] ? each : largest));
const townSizes = new Map<string, number>();
for (const { town } of organizations) if (town !== undefined) townSizes.set(town, (townSizes.get(town) ?? 0) + 1);
const towns = [...townSizes]
  .toSorted(([, a], [, b]) => b - a)
  .slice(0, largestTowns)
  .map(([town]) => town);
const observed = records.observations.flatMap(({ organization }) => organization ?? []);
const lastName = (): string => oneOf(organizations).names.at(-1)?.name ?? "";

const questions: readonly Question[] = [
  {
    name: "look-up by id",
    aim: flat,
    query: "query ($id: ID!) { organization(id: $id) { id name existence { edtf } } }",
    variables: drawn(() => ({ id: oneOf(organizations).id })),
  },
  {
    name: "predecessors",
    aim: flat,
    query: "query ($id: ID!) { organization(id: $id) { origins { mechanism predecessor { id name } } } }",
    variables: drawn(() => ({ id: oneOf(ofOne) })),
  },
  {
    name: `descendants, ${fewest} to ${most}`,
    aim: flat,
    query:
      "query ($id: ID!) { organization(id: $id) { descendants(first: 60) { totalCount edges { depth node { id name } } } } }",
    variables: drawn(() => ({ id: oneOf(heads) })),
  },
  {
    name: "paths between two of a family",
    aim: flat,
    query:
      "query ($from: ID!, $to: ID!) { lineagePaths(from: $from, to: $to) { nodes { length organizations { id name } } } }",
    variables: drawn(() => {
      const members = descendantsOf(oneOf(heads));
      return { from: oneOf(members), to: oneOf(members) };
    }),
  },
  {
    name: "a town's page of 20",
    aim: flat,
    query: "query ($id: ID!) { town(id: $id) { organizations(first: 20) { nodes { id name } } } }",
    variables: drawn(() => ({ id: oneOf(towns) })),
  },
  {
    name: "the same with the count of all",
    aim: "",
    query: "query ($id: ID!) { town(id: $id) { organizations(first: 20) { totalCount nodes { id name } } } }",
    variables: drawn(() => ({ id: oneOf(towns) })),
  },
  {
    name: "a town's first 20 gaps",
    aim: flat,
    query: "query ($id: ID!) { gaps(town: $id, first: 20) { nodes { kind node { id label } } } }",
    variables: drawn(() => ({ id: oneOf(towns) })),
  },
  {
    name: "what is observed of one organization",
    aim: flat,
    query:
      "query ($id: ID!) { observations(where: { organizations: [$id] }) { nodes { measure value period { edtf } } } }",
    variables: drawn(() => ({ id: oneOf(observed) })),
  },
  {
    name: "search by a whole name",
    aim: search,
    query: "query ($text: String!) { search(text: $text, first: 10) { nodes { id label } } }",
    variables: drawn(() => ({ text: lastName() })),
  },
  {
    name: "search by its first word",
    aim: search,
    query: "query ($text: String!) { search(text: $text, first: 10) { nodes { id label } } }",
    variables: drawn(() => ({ text: lastName().split(" ")[0] })),
  },
  {
    name: "the first 20 of all by name",
    aim: "",
    query: "{ organizations(first: 20) { nodes { id name } } }",
    variables: drawn(() => ({})),
  },
  {
    name: "firms that descend from one",
    aim: "",
    query:
      "query ($id: ID!) { organizations(first: 20, where: { kinds: [FIRM], descendsFrom: { organization: { ids: [$id] } } }) { totalCount nodes { id name } } }",
    variables: drawn(() => ({ id: oneOf(heads) })),
  },
  {
    name: "a town's that old ones of a town owned",
    aim: "",
    query:
      'query ($id: ID!, $other: ID!) { organizations(first: 20, where: { town: $id, ownedBy: { organization: { town: $other, foundedDuring: "1850/1900" } } }) { totalCount nodes { id name } } }',
    variables: drawn(() => ({ id: oneOf(towns), other: oneOf(towns) })),
  },
];

conclude({
  questions,
  dated: {
    family,
    query: `query ($id: ID!) { organization(id: $id) { descendants(first: 20, along: { during: "${during}" }) { totalCount complete nodes { id } } } }`,
    variables: { id: founder },
  },
  sqlite: followedBySqlite(),
} satisfies Questions);

function descendantsOf(head: string): string[] {
  const seen = new Set([head]);
  for (const id of seen) for (const successor of successors.get(id) ?? []) seen.add(successor);
  seen.delete(head);
  return [...seen];
}

/** Over the same links, with an index that holds all that the question asks for. */
function followedBySqlite(): Questions["sqlite"] {
  const database = new Database(":memory:");
  database.exec("CREATE TABLE link (predecessor TEXT, earliest INTEGER, latest INTEGER, successor TEXT)");
  const insert = database.prepare("INSERT INTO link VALUES (?, ?, ?, ?)");
  database.exec("BEGIN");
  for (const { record } of links) {
    const { dateEarliest, dateLatest } = happeningProperties(record.date);
    insert.run(record.predecessor, dateEarliest, dateLatest, record.successor);
  }
  database.exec("COMMIT");
  database.exec("CREATE INDEX link_by_predecessor ON link (predecessor, earliest, latest, successor)");
  const question = database.prepare(`
    WITH RECURSIVE reached (id) AS (
      VALUES (?)
      UNION
      SELECT successor FROM reached JOIN link ON predecessor = id AND earliest <= ? AND latest >= ?
    )
    SELECT count(*) - 1 AS count FROM reached`);
  const { first, last } = parseInterval(during);
  const durations: number[] = [];
  let count = 0;
  for (let time = 0; time < asked; time++) {
    const begun = performance.now();
    ({ count } = question.get(founder, last, first) as { count: number });
    durations.push(performance.now() - begun);
  }
  database.close();
  return { count, ...latenciesOf(settled(durations)) };
}
