import { readingKey } from "./ask.js";
import type { Parameters, Question, Reader } from "./graph.js";

/** Ids that are asked about together, beyond which nobody joins. */
const enough = 200;

type Answers<Made> = ReadonlyMap<string, Made>;

/** What is asked together. */
class Batch {
  readonly ids = new Set<string>();
  askers = 0;
  readonly answers: Promise<Answers<unknown>>;
  #settle: (answers: Promise<Answers<unknown>>) => void = () => undefined;
  #ask: () => Promise<Answers<unknown>> = () => Promise.reject(new Error("expected someone to ask; nobody does"));

  constructor() {
    this.answers = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** By the reader of who joined last, which has the most time left. */
  join(ids: readonly string[], ask: (all: readonly string[]) => Promise<Answers<unknown>>): void {
    for (const id of ids) this.ids.add(id);
    this.askers++;
    this.#ask = () => ask([...this.ids]);
  }

  send(): Promise<Answers<unknown>> {
    const answers = this.#ask();
    this.#settle(answers);
    return answers;
  }
}

/** One question in one generation, with the same parameters. */
class Lane {
  readonly #patience: number;
  readonly #onIdle: () => void;
  #running = 0;
  #waiting: Batch | null = null;
  /** Sends what waits for longer than it is to. */
  #timer: NodeJS.Timeout | undefined;

  constructor(patience: number, onIdle: () => void) {
    this.#patience = patience;
    this.#onIdle = onIdle;
  }

  join(ids: readonly string[], ask: (all: readonly string[]) => Promise<Answers<unknown>>): Batch {
    const batch = (this.#waiting ??= this.#open());
    batch.join(ids, ask);
    if (batch.ids.size >= enough) this.#send();
    return batch;
  }

  #open(): Batch {
    const send = (): void => {
      this.#send();
    };
    if (this.#running === 0) setImmediate(send);
    else this.#timer = setTimeout(send, this.#patience);
    return new Batch();
  }

  #send(): void {
    const batch = this.#waiting;
    if (batch === null) return;
    clearTimeout(this.#timer);
    this.#waiting = null;
    this.#running++;
    const ended = (): void => {
      this.#running--;
      if (this.#waiting !== null) this.#send();
      else if (this.#running === 0) this.#onIdle();
    };
    batch.send().then(ended, ended);
  }
}

/**
 * Has requests ask together, as a statement costs an engine far more than one id more in it: what is asked in the same
 * turn of the event loop goes as one, and what is asked while a statement of the same question runs waits for its end.
 */
export class Batches {
  readonly #lanes = new Map<string, Lane>();
  readonly #patience: number;

  /** @param patience Milliseconds for which what is asked waits at most for what runs, which may take long. */
  constructor(patience = 10) {
    this.#patience = patience;
  }

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
    const batch = this.#lane(readingKey(reader, question.statement, parameters)).join(ids, (all) =>
      reader.ask(question, all, parameters),
    );
    try {
      const answers = (await batch.answers) as Answers<Made>;
      return batch.askers === 1 ? answers : new Map(ids.map((id) => [id, answers.get(id) as Made]));
    } catch (error) {
      if (batch.askers === 1) throw error;
      // It may have failed for another's sake.
      return reader.ask(question, ids, parameters);
    }
  }

  #lane(key: string): Lane {
    const known = this.#lanes.get(key);
    if (known !== undefined) return known;
    const lane = new Lane(this.#patience, () => this.#lanes.delete(key));
    this.#lanes.set(key, lane);
    return lane;
  }
}
