import type { Graph, Writer } from "../../graph/graph.js";
import { layout } from "../../graph/layout.js";
import { type Statement, statement, statements } from "../../graph/statement.js";
import type { CompiledDataset } from "../compiled.js";
import { datasetRows, labelsIn } from "./dataset-rows.js";
import { LoadStep } from "./load-step.js";
import { type Rows, batchesOf } from "./rows.js";

/** Told when a step begins, and after each batch. */
export interface LoadProgress {
  readonly step: LoadStep;
  /** Nodes and relations written so far, and in all: 0 as long as that is not known. */
  readonly done: number;
  readonly total: number;
}

/** How much was written. */
export interface LoadResult {
  readonly version: string;
  /** False where the graph held this version already. */
  readonly changed: boolean;
  readonly nodes: number;
  readonly relations: number;
}

const batchSize = 500;
/** An engine writes some while the next ones are made and sent. */
const batchesAtOnce = 4;

/**
 * Writes a dataset as a new generation, and makes it the current one in a single step when all of it is written.
 * Where the graph holds this version already, nothing is changed.
 * @throws {GraphError} and leaves the current generation as it was
 */
export async function load(
  graph: Graph,
  dataset: CompiledDataset,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<LoadResult> {
  const { version } = dataset;
  // Asked first: of a register, it takes a minute to work out what follows from its records.
  const current = await graph.current();
  if (current?.version === version && current.layout === layout) {
    return { version, changed: false, nodes: 0, relations: 0 };
  }

  let done = 0;
  let total = 0;
  const tell = (step: LoadStep): void => {
    onProgress({ step, done, total });
  };
  const { nodes, relations } = datasetRows(dataset, tell);
  const counts = { nodes: countOf(nodes), relations: countOf(relations) };
  const writer = await graph.begin(version);
  try {
    total = counts.nodes + counts.relations;
    const write = async <Row>(
      step: LoadStep,
      rows: ReadonlyMap<string, Rows<Row>>,
      create: (name: string, batch: readonly Row[]) => Promise<void>,
    ) => {
      tell(step);
      const batches = batchesOfAll(rows);
      const writeOn = async (): Promise<void> => {
        // Each takes the next batch that none has taken.
        for (const [name, batch] of batches) {
          await create(name, batch);
          done += batch.length;
          tell(step);
        }
      };
      // What fails is told when nothing is under way any more, as the load is given up then.
      const ends = await Promise.allSettled(Array.from({ length: batchesAtOnce }, writeOn));
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    };
    await write(LoadStep.WRITING_NODES, nodes, (labels, batch) => writer.createNodes(labelsIn(labels), batch));
    tell(LoadStep.INDEXING);
    // An index over all that is there is made sooner than one that grows with it, and relations need it.
    for (const each of schemaStatements(graph)) await writer.write(each);
    await write(LoadStep.WRITING_RELATIONS, relations, (type, batch) => writer.createRelations(type, batch));
    tell(LoadStep.COUNTING);
    await checkWritten(writer, counts);
    tell(LoadStep.PUBLISHING);
    await writer.publish();
  } catch (error) {
    await writer.abandon().catch(() => undefined);
    throw error;
  }
  return { version, changed: true, ...counts };
}

function* batchesOfAll<Row>(rows: ReadonlyMap<string, Rows<Row>>): Generator<readonly [string, readonly Row[]], void> {
  for (const [name, list] of rows) {
    for (const batch of batchesOf(list, batchSize)) yield [name, batch];
  }
}

/** Constraints and indexes: of a shared database on generation and id, else on the id alone. */
function schemaStatements({ capabilities }: Graph): Statement[] {
  return statements(capabilities.sharedDatabase ? "schema/constraints-of-generations" : "schema/constraints");
}

const countWritten = statement("load/count-written");

/**
 * A relation whose end is missing is not created, an embedded engine takes ids that stand twice where the constraint
 * comes after them, and neither is told: what was written is counted.
 */
async function checkWritten(writer: Writer, expected: { nodes: number; relations: number }): Promise<void> {
  const [row] = await writer.read(countWritten);
  const came = {
    nodes: Number(row?.["nodes"]),
    ids: Number(row?.["ids"]),
    relations: Number(row?.["relations"]),
  };
  if (came.nodes !== expected.nodes || came.ids !== came.nodes || came.relations !== expected.relations) {
    throw new Error(
      `expected ${expected.nodes} nodes with an id each and ${expected.relations} relations in the new generation; got ${came.nodes} with ${came.ids} ids and ${came.relations} relations`,
    );
  }
}

function countOf(rows: ReadonlyMap<string, Rows<unknown>>): number {
  return [...rows.values()].reduce((sum, list) => sum + list.length, 0);
}
