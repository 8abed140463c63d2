// What was measured, as docs/performance.md has it.
import { cpus } from "node:os";
import { type Rounds, callers } from "../measuring.js";
import { table } from "../table.js";
import { type Contestant, opphav, peers } from "./contestants.js";
import { type QuestionName, questionNames, questions } from "./questions.js";

interface Results {
  readonly measured: Rounds;
  readonly contestants: readonly Contestant[];
  readonly absent: ReadonlyMap<string, string>;
  /** Of an answer, on the average. */
  readonly bytes: Readonly<Record<QuestionName, number>>;
  readonly organizations: number;
  readonly rounds: number;
}

type Engine = keyof typeof opphav;
type State = "cold" | "warm";

/** What our requests a second are to be at the least, as a multiple of a peer's; of several engines, the best one's. */
interface Target {
  readonly against: string;
  readonly engines: readonly Engine[];
  readonly warm: Partial<Record<QuestionName, number>>;
  readonly cold: Partial<Record<QuestionName, number>>;
}

/** What takes half as long again as without GraphQL. */
const halfAsLongAgain = 1 / 1.5;
const targets: readonly Target[] = [
  {
    against: peers.postgraphile,
    engines: ["embedded", "neo4j"],
    warm: { firm: 2, town: 2, descendants: 2 },
    cold: { firm: 1.2, town: 1, descendants: 1 },
  },
  {
    against: peers.neo4jGraphql,
    engines: ["neo4j"],
    warm: { firm: 3, town: 2, descendants: 2, tree: 1.5 },
    cold: { firm: 1, town: 1, descendants: 1, tree: 1 },
  },
  {
    against: peers.rawDriver,
    engines: ["neo4j"],
    warm: { years: halfAsLongAgain },
    cold: { years: halfAsLongAgain },
  },
];
const longestTail = 3;

export function tablesOf(results: Results): string[] {
  const { organizations, rounds, contestants, absent } = results;
  const made = organizations.toLocaleString("en");
  return [
    `Requests a second at ${callers} callers, with the middle and the 99th of a hundred latencies in milliseconds; a register of ${made} organizations. Medians of ${rounds} rounds, and so are ratios, of which each round has its own; on ${cpus().length} cores that callers, services and databases share, with Node ${process.versions.node}.`,
    "",
    ...table(["", ...contestants.map(({ name }) => name), ...absent.keys()], rateRows(results)),
    ...[...absent].flatMap(([name, reason]) => ["", `Absent: ${name} (${reason}).`]),
    "",
    "How many times a peer's requests a second ours are, and how many they are to be:",
    "",
    ...table(["against", "question", "", "embedded", "Neo4j", "target", ""], ratioRows(results)),
    "",
    `The 99th of a hundred latencies as a multiple of the middle one, of which ours is to be at most ${longestTail}:`,
    "",
    ...table(["", ...contestants.map(({ name }) => name)], tailRows(results)),
  ];
}

function rateRows({ measured, contestants, absent, bytes }: Results): string[][] {
  return questionNames.map((question) => [
    `${questions[question].title}, ${(bytes[question] / 1_000).toFixed(1)} kB`,
    ...contestants.map(({ name }) => {
      const medians = measured.medians(question, name);
      return medians === null
        ? "–"
        : `${Math.round(medians.rate)} · ${medians.p50.toFixed(1)} / ${medians.p99.toFixed(1)}`;
    }),
    ...[...absent].map(() => "absent"),
  ]);
}

function ratioRows({ measured }: Results): string[][] {
  return targets.flatMap(({ against, engines, ...states }) =>
    (["warm", "cold"] as const).flatMap((state: State) =>
      Object.entries(states[state]).map(([name, target]) => {
        const question = name as QuestionName;
        const ratios = (["embedded", "neo4j"] as const).map((engine) =>
          engines.includes(engine) ? measured.ratio(question, "rate", opphav[engine][state], against) : null,
        );
        const best = Math.max(...ratios.map((each) => each ?? Number.NEGATIVE_INFINITY));
        const met = Number.isFinite(best) ? (best >= target ? "met" : "missed") : "not measured";
        const cells = ratios.map((each) => each?.toFixed(2) ?? "–");
        return [against, questions[question].title, state, ...cells, target.toFixed(2), met];
      }),
    ),
  );
}

function tailRows({ measured, contestants }: Results): string[][] {
  return questionNames.map((question) => [
    questions[question].title,
    ...contestants.map(({ name }) => measured.medians(question, name)?.tail.toFixed(1) ?? "–"),
  ]);
}
