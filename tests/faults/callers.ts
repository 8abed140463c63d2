// Callers of a service whose database has faults, and what they may be told meanwhile: what is right, or an error that
// says no more than it may. Nothing wrong, no part that passes for the whole, and no caller who waits without end.
import { isDeepStrictEqual } from "node:util";
import { expect } from "@jest/globals";
import { Neo4jGraph, type Neo4jOptions } from "../../src/graph/neo4j/graph.js";
import { neo4jOptions } from "../engines.js";
import { operation } from "../graphql/operations.js";
import { type Answer, type TestService, serve } from "../service.js";

/** Milliseconds that a request may take in these tests. */
export const limit = 2_000;
/** Milliseconds by which a busy machine may be late. */
const late = 1_500;

/** The service over a Neo4j that has the dataset of Lodby, of which it asks everything each time. */
export function serveOver(uri: string, options: Partial<Neo4jOptions> = {}): Promise<TestService> {
  const graph = new Neo4jGraph({ ...neo4jOptions(), uri, timeout: limit, ...options });
  return serve(graph, { OPPHAV_MAX_SECONDS: String(limit / 1_000), OPPHAV_CACHE_ROWS: "0", OPPHAV_CACHE_ANSWERS: "0" });
}

interface Question {
  /** Of an operation of the contract. */
  readonly number: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly right: unknown;
}

/** Operations that run a few statements or many. */
const questions: readonly Omit<Question, "right">[] = [
  { number: "08", variables: { id: "firm/lodby-works" } },
  { number: "02", variables: { root: "firm/lodby-works" } },
  { number: "05", variables: { town: "town/lodby" } },
  { number: "14", variables: { ids: ["firm/lodby-works", "firm/ormen-sensors"] } },
];

export class Callers {
  readonly #service: TestService;
  readonly #questions: readonly Question[];
  #asked = 0;

  private constructor(service: TestService, questions: readonly Question[]) {
    this.#service = service;
    this.#questions = questions;
  }

  /** What is right is asked of a service without faults, which has time: a server that just started takes a while. */
  static async of(service: TestService): Promise<Callers> {
    const sound = await serve(new Neo4jGraph(neo4jOptions()));
    const answered: Question[] = [];
    for (const question of questions) {
      const { data, errors } = await sound.ask(operation(question.number), question.variables);
      expect(errors).toBeUndefined();
      answered.push({ ...question, right: data });
    }
    await sound.close();
    return new Callers(service, answered);
  }

  /** Asks the next question. Whether the answer was right; fails where it was neither right nor an error in time. */
  async ask(): Promise<boolean> {
    const { number, variables, right } = this.#questions[this.#asked++ % this.#questions.length] as Question;
    const began = performance.now();
    const answer = await this.#service.ask(operation(number), variables);
    expect(performance.now() - began).toBeLessThan(limit + late);
    return this.#judge(answer, right);
  }

  /** Several at the same time: of how many the answer was right. */
  async askAtOnce(count: number): Promise<number> {
    const answers = await Promise.all(Array.from({ length: count }, () => this.ask()));
    return answers.filter((right) => right).length;
  }

  /** Callers who ask again as soon as they have an answer, until they are told to stop: counts of their answers. */
  keepAsking(count: number): { stop(): Promise<{ right: number; errors: number }> } {
    const stopped = new AbortController();
    const counts = { right: 0, errors: 0 };
    const callers = Array.from({ length: count }, async () => {
      while (!stopped.signal.aborted) counts[(await this.ask()) ? "right" : "errors"]++;
    });
    const all = Promise.all(callers);
    // Who failed is told when they are stopped.
    all.catch(() => undefined);
    return {
      stop: async () => {
        stopped.abort();
        await all;
        return counts;
      },
    };
  }

  /** Asks until an answer is right again; fails where that takes longer than so many milliseconds. */
  async untilRight(within: number): Promise<void> {
    const began = performance.now();
    while (!(await this.ask())) expect(performance.now() - began).toBeLessThan(within);
  }

  #judge({ status, data, errors }: Partial<Answer>, right: unknown): boolean {
    if (errors === undefined) {
      expect(data).toEqual(right);
      return true;
    }
    expect([200, 503, 504]).toContain(status);
    for (const { extensions } of errors) expect(["UNAVAILABLE", "TIMEOUT"]).toContain(extensions.code);
    expect(JSON.stringify(errors)).not.toMatch(/bolt|neo4j|127\.0\.0\.1|MATCH|RETURN|driver|session|pool|\.js/i);
    expect(agrees(data, right)).toBe(true);
    return false;
  }
}

/** Whether all that is there is right, beside the fields that are null because of an error. */
function agrees(part: unknown, right: unknown): boolean {
  if (part === null || part === undefined) return true;
  if (Array.isArray(part)) {
    return Array.isArray(right) && part.length === right.length && part.every((each, at) => agrees(each, right[at]));
  }
  if (typeof part === "object" && typeof right === "object" && right !== null) {
    return Object.entries(part).every(([key, value]) => agrees(value, (right as Record<string, unknown>)[key]));
  }
  return isDeepStrictEqual(part, right);
}
