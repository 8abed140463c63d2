import { readingKey } from "./ask.js";
import type { Parameters, Question, Reader } from "./graph.js";

/** Milliseconds after which what waits is asked in any case, as what runs may take long. */
const patience = 10;

/** Ids that are asked about together, beyond which nobody joins. */
const enough = 200;

/** One question in one generation, with the same parameters. */
interface Lane {
  running: number;
  waiting: Batch | null;
}

type Answers<Made> = ReadonlyMap<string, Made>;

/** What is asked together. */
interface Batch {
  readonly ids: Set<string>;
  readonly answers: Promise<Answers<unknown>>;
  /** By the reader of who joined last, which has the most time left. */
  ask: () => Promise<Answers<unknown>>;
  readonly send: () => void;
}

/**
 * Has requests ask together, as a statement costs an engine far more than one id more in it: what is asked while
 * a statement of the same question runs waits for its end, and goes as one. Who is alone never waits.
 */
export class Batches {
  readonly #lanes = new Map<string, Lane>();

  /** The reader itself, which asks together with others. */
  through(reader: Reader): Reader {
    return { ...reader, ask: (question, ids, parameters = {}) => this.#ask(reader, question, ids, parameters) };
  }

  async #ask<Made>(
    reader: Reader,
    question: Question<Made>,
    ids: readonly string[],
    parameters: Parameters,
  ): Promise<Answers<Made>> {
    const key = readingKey(reader, question.statement, parameters);
    const lane = this.#lanes.get(key) ?? { running: 0, waiting: null };
    this.#lanes.set(key, lane);
    const run = <Result>(work: Promise<Result>): Promise<Result> => {
      lane.running++;
      return work.finally(() => {
        lane.running--;
        if (lane.waiting !== null) lane.waiting.send();
        else if (lane.running === 0) this.#lanes.delete(key);
      });
    };
    if (lane.running === 0) return run(reader.ask(question, ids, parameters));

    const batch = (lane.waiting ??= opened(lane, run));
    for (const id of ids) batch.ids.add(id);
    batch.ask = () => reader.ask(question, [...batch.ids], parameters);
    if (batch.ids.size >= enough) batch.send();
    try {
      const answers = (await batch.answers) as Answers<Made>;
      return new Map(ids.map((id) => [id, answers.get(id) as Made]));
    } catch {
      // It may have failed for another's sake.
      return reader.ask(question, ids, parameters);
    }
  }
}

function opened(lane: Lane, run: (work: Promise<Answers<unknown>>) => Promise<Answers<unknown>>): Batch {
  let settle: (answers: Promise<Answers<unknown>>) => void;
  const answers = new Promise<Answers<unknown>>((resolve) => {
    settle = resolve;
  });
  const batch: Batch = {
    ids: new Set(),
    answers,
    ask: () => Promise.resolve(new Map()),
    send: () => {
      clearTimeout(timer);
      lane.waiting = null;
      settle(run(batch.ask()));
    },
  };
  const timer = setTimeout(batch.send, patience);
  return batch;
}
