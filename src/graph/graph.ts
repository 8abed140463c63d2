// The port to the graph: what the rest of the project knows of an engine. Each engine is a folder beside this file
// with the same set of files; their differences are the capabilities below, never a check of an engine's name.
import type { Statement } from "./statement.js";

/** What goes into a statement and comes out of it. Numbers are safe integers or floats, text is NFC. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Parameters = Readonly<Record<string, Value>>;
/** One row of a result, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** What engines differ in. */
export interface Capabilities {
  /**
   * All generations stand in one database, told apart by their property: constraints are on (generation, id).
   * Otherwise each generation is a database of its own, and constraints are on the id alone.
   */
  readonly sharedDatabase: boolean;
}

/** One generation of the graph: a dataset as loaded, which never changes. */
export interface Generation {
  readonly id: string;
  /** The version of the dataset in it: a hash of its canonical records. */
  readonly version: string;
  /** How it stands in the graph: see `layout.ts`. */
  readonly layout: number;
}

/** A question that one statement asks about many ids, and what is made of its answer to each. */
export interface Question<Made> {
  /**
   * Has `$ids` as a parameter, and says in the column `key` to which of them a row belongs. Of what has the same name
   * and text, the same is made.
   */
  readonly statement: Statement;
  /** What is made is kept and shared, and nobody changes it. */
  readonly make: (rows: readonly Row[], id: string) => Made;
}

/** How long a reader waits for what it reads, which fails with `TIMEOUT` then. */
export interface Limits {
  /** In milliseconds of `performance.now()`; never, where it is left out. */
  readonly deadline?: number;
  /** Milliseconds for a statement; as many as the graph was opened with, where it is left out. */
  readonly timeout?: number;
}

/** Reads one generation from the first statement to the last, whatever is loaded meanwhile. */
export interface Reader {
  readonly generation: Generation;
  /**
   * Runs a statement that reads; `$generation` is added to the parameters.
   * @throws {GraphError}
   */
  read(statement: Statement, parameters?: Parameters): Promise<readonly Row[]>;
  /** Asks about ids, each of which has its answer in what comes; `$ids` is added to the parameters. */
  ask<Made>(
    question: Question<Made>,
    ids: readonly string[],
    parameters?: Parameters,
  ): Promise<ReadonlyMap<string, Made>>;
  /**
   * What is known of ids without asking the engine, id by id; undefined where it has to be asked. All that may be known
   * was made for a question like this one.
   */
  known<Made>(question: Question<Made>, parameters?: Parameters): (id: string) => Made | undefined;
  /**
   * Has to be called once: what is superseded is removed when its last reader has left. Resolves when the engine works
   * on none of the reader's statements any more, which may be later than their time-out, as not all engines can stop.
   */
  release(): Promise<void>;
}

/** A relation to be created: the ids of its ends, and what it carries. */
export type NewRelation = { readonly from: string; readonly to: string; readonly properties: Parameters };

/** Writes a new generation, which nobody reads until it is published. */
export interface Writer {
  /** Creates a node with these labels for each map of properties, which has an `id`, in one transaction. */
  createNodes(labels: readonly string[], nodes: readonly Parameters[]): Promise<void>;
  /**
   * Creates relations of a type in one transaction, between nodes that were created before and have an index of their
   * ids. One whose end is missing is left out, and nobody is told.
   */
  createRelations(type: string, relations: readonly NewRelation[]): Promise<void>;
  /** Runs a statement that writes, in one transaction; `$generation` is added to the parameters. */
  write(statement: Statement, parameters?: Parameters): Promise<void>;
  /** Reads from the generation being written. */
  read(statement: Statement, parameters?: Parameters): Promise<readonly Row[]>;
  /** Makes all that was written durable, then moves the pointer in one step: readers see all of it from now on. */
  publish(): Promise<void>;
  /** Gives up, and leaves the graph as it was. What was written is garbage that the next load removes. */
  abandon(): Promise<void>;
}

export interface Graph {
  readonly capabilities: Capabilities;
  /** How the graph is named to people, without secrets: `bolt://localhost:7687`, a folder, `memory`. */
  readonly address: string;
  /**
   * Opens the current generation; a newer one is noticed within `noticeWithin`.
   * @throws {GraphError} `UNAVAILABLE` where the engine does not answer or nothing is loaded
   */
  open(limits?: Limits): Promise<Reader>;
  /** The generation that a reader would have that is opened now. @throws {GraphError} as `open` does */
  generation(): Promise<Generation>;
  /** The current generation as the engine has it at this moment; null where nothing is loaded yet. */
  current(): Promise<Generation | null>;
  /** @throws {GraphError} `CONFLICT` where another load is running */
  begin(version: string): Promise<Writer>;
  close(): Promise<void>;
}

/** Milliseconds within which a running service notices a new generation. */
export const noticeWithin = 500;
