import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { GraphError } from "../error.js";
import type { Generation, NewRelation, Parameters, Row, Writer } from "../graph.js";
import { layout } from "../layout.js";
import { type Statement, statement } from "../statement.js";

/** Runs a statement in a transaction that was begun. */
export type Run = (each: Statement, parameters: Parameters) => Promise<Row[]>;
/**
 * Runs work in one transaction that writes: all of it or nothing. The name is for errors. What may be repeated is tried
 * again as well where nobody knows whether it was written, as it is not twice there by that.
 */
export type Transact = <Result>(
  name: string,
  work: (run: Run) => Promise<Result>,
  options?: { readonly mayRepeat: boolean },
) => Promise<Result>;

export interface LoadOptions {
  /** The graph's, for errors. */
  readonly address: string;
  /** Milliseconds between moving the pointer and removing what it pointed to, so that readers can end. */
  readonly grace: number;
  /** Milliseconds for which a load that shows no sign of life keeps others out. */
  readonly lease: number;
  /** Called when the pointer has moved. */
  readonly onMoved: () => void;
}

const pointerConstraint = statement("generation/pointer-constraint");
const takeLease = statement("generation/take-lease");
const renewLease = statement("generation/renew-lease");
const endLease = statement("generation/end-lease");
const currentGeneration = statement("generation/current");
const moveGeneration = statement("generation/move");
const supersededGenerations = statement("generation/superseded");
const removeBatch = statement("generation/remove-batch");

const removalBatch = 2_000;

/** Labels cannot be parameters. */
export function nodesCreation(labels: readonly string[]): Statement {
  return {
    name: `create ${labels.join(":")}`,
    text: `UNWIND $rows AS row
CREATE (node:${labels.join(":")} {generation: $generation})
SET node += row`,
  };
}

/** Nor can types. */
export function relationsCreation(type: string): Statement {
  return {
    name: `create ${type}`,
    text: `UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:${type}]->(to)
SET relation = row.properties`,
  };
}

/**
 * A load into a database that all generations share. Nothing there ends with a process, so the right to load is a
 * lease: whoever has stood still for longer than it lasts finds out before doing harm to the load that came after.
 */
export class Load implements Writer {
  readonly #transact: Transact;
  readonly #options: LoadOptions;
  readonly #generation: Generation;
  readonly #owner = randomBytes(8).toString("hex");

  private constructor(transact: Transact, version: string, options: LoadOptions) {
    this.#transact = transact;
    this.#options = options;
    this.#generation = { id: `${version.slice(0, 12)}-${this.#owner.slice(0, 8)}`, version, layout };
  }

  static async begin(transact: Transact, version: string, options: LoadOptions): Promise<Load> {
    const load = new Load(transact, version, options);
    await transact(pointerConstraint.name, (run) => run(pointerConstraint, {}));
    await transact(takeLease.name, (run) =>
      load.#lease(run, takeLease, `another is running, or was killed less than ${options.lease} ms ago`),
    );
    await load.#removeSuperseded();
    return load;
  }

  read(each: Statement, parameters: Parameters = {}): Promise<readonly Row[]> {
    return this.#transact(each.name, (run) => run(each, this.#inGeneration(parameters)));
  }

  createNodes(labels: readonly string[], nodes: readonly Parameters[]): Promise<void> {
    return this.write(nodesCreation(labels), { rows: nodes });
  }

  createRelations(type: string, relations: readonly NewRelation[]): Promise<void> {
    return this.write(relationsCreation(type), { rows: relations });
  }

  async write(each: Statement, parameters: Parameters = {}): Promise<void> {
    // In a transaction of its own, as none may change both data and schema. Too late, it writes mere garbage.
    await this.#renew();
    await this.#transact(each.name, (run) => run(each, this.#inGeneration(parameters)), { mayRepeat: false });
  }

  async publish(): Promise<void> {
    const superseded = await this.#leased(currentGeneration, {});
    await this.#leased(moveGeneration, { ...this.#generation });
    this.#options.onMoved();
    // Upon a first load there is nobody to wait for.
    if (superseded.length > 0) await this.#untilReadersHaveLeft();
    await this.#end();
  }

  async abandon(): Promise<void> {
    await this.#end();
  }

  async #untilReadersHaveLeft(): Promise<void> {
    const { grace, lease } = this.#options;
    const pause = lease / 2;
    for (let waited = 0; waited < grace; waited += pause) {
      await sleep(Math.min(pause, grace - waited));
      await this.#renew();
    }
  }

  async #end(): Promise<void> {
    await this.#removeSuperseded();
    await this.#transact(endLease.name, (run) => run(endLease, { owner: this.#owner }));
  }

  /** In batches, as one transaction over millions of nodes dies at the server's memory limit. */
  async #removeSuperseded(): Promise<void> {
    for (const { id } of await this.#leased(supersededGenerations, {})) {
      for (let removed = removalBatch; removed === removalBatch;) {
        const [row] = await this.#leased(removeBatch, { superseded: id ?? null, limit: removalBatch });
        removed = Number(row?.["removed"] ?? 0);
      }
    }
  }

  /** Runs a statement that would harm the next load, had it begun: nobody else gets the lease until it is done. */
  #leased(each: Statement, parameters: Parameters): Promise<Row[]> {
    return this.#transact(each.name, async (run) => {
      await this.#renewIn(run);
      return run(each, parameters);
    });
  }

  #renew(): Promise<void> {
    return this.#transact(renewLease.name, (run) => this.#renewIn(run));
  }

  #renewIn(run: Run): Promise<void> {
    return this.#lease(run, renewLease, "another has begun, as this one stood still for too long");
  }

  async #lease(run: Run, each: Statement, otherwise: string): Promise<void> {
    const rows = await run(each, { owner: this.#owner, lease: this.#options.lease });
    if (rows.length > 0) return;
    throw new GraphError("CONFLICT", `a load into ${this.#options.address}: ${otherwise}`, { retriable: true });
  }

  #inGeneration(parameters: Parameters): Parameters {
    return { ...parameters, generation: this.#generation.id };
  }
}
