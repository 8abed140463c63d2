import type { DatedName } from "../domain/organization.js";
import { NodeKind } from "../domain/vocabulary.js";
import { within } from "../graph/error.js";
import type { Graph, Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type NameHit, NameIndex } from "./name-index.js";
import type { Named } from "./name-list.js";
import { items, record, text, textOrNull, texts } from "./properties.js";

const ids = statement("search/ids");
const entries = statement("search/entries");

/** Kinds that are found by a name; observations, contradictions and the like are found by what they are about. */
const namedKinds: readonly NodeKind[] = [
  NodeKind.TOWN,
  NodeKind.PLACE,
  NodeKind.FIRM,
  NodeKind.INSTITUTION,
  NodeKind.UNIT,
  NodeKind.GROUP,
  NodeKind.PERSON,
  NodeKind.PHASE,
  NodeKind.EVENT,
  NodeKind.SECTOR,
  NodeKind.TABLE,
];

/** Milliseconds that a search waits for an index that is being made. */
const patience = 5_000;

/** Milliseconds for a statement: the ids of a register of a million may take longer than a request has. */
const timeout = 120_000;

/** Nodes that are read at a time: so few that making names of them holds nobody up. */
const batchSize = 1_000;

/**
 * Finds nodes by any of their names. One index in the process serves both engines, so that both rank alike; it is made
 * once for each generation, when the process starts or when it is first asked for.
 */
export class Names {
  readonly #graph: Graph;
  readonly #indexes = new Map<string, Promise<NameIndex>>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** Best first; of equal scores by id. */
  async find(reader: Reader, typed: string, kinds: readonly NodeKind[] | null): Promise<readonly NameHit[]> {
    const index = await within(patience, "the index of names", this.#index(reader));
    return index.find(typed, kinds);
  }

  /** Makes the index before anybody searches: of a large register, who searched first would wait in vain. */
  async prepare(): Promise<void> {
    const reader = await this.#graph.open();
    try {
      await this.#index(reader);
    } finally {
      await reader.release();
    }
  }

  #index(reader: Reader): Promise<NameIndex> {
    const { id } = reader.generation;
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const made = this.#made(reader);
    // Readers of the generation before may still ask; older ones have left.
    for (const older of [...this.#indexes.keys()].slice(0, -1)) this.#indexes.delete(older);
    this.#indexes.set(id, made);
    made.catch(() => this.#indexes.delete(id));
    return made;
  }

  /** By a reader of its own, as whoever asks first may leave before it is made, and rows read once need not be kept. */
  async #made(asking: Reader): Promise<NameIndex> {
    const own = await this.#graph.open({ timeout });
    try {
      return await NameIndex.of(namedNodes(own.generation.id === asking.generation.id ? own : asking));
    } finally {
      await own.release();
    }
  }
}

async function* namedNodes(reader: Reader): AsyncGenerator<readonly Named[]> {
  const all = (await reader.read(ids, { kinds: namedKinds })).map((row) => text(row, "id"));
  for (let start = 0; start < all.length; start += batchSize) {
    const rows = await reader.read(entries, { ids: all.slice(start, start + batchSize) });
    yield rows.map(named);
  }
}

function named(row: Row): Named {
  const node = record(row, "record");
  return {
    id: text(node, "id"),
    kind: text(node, "kind") as NodeKind,
    names: [
      ...items<DatedName>(node, "names").map(({ name }) => name),
      ...["name", "nameNb", "nameEn", "titleNb", "titleEn"].map((property) => textOrNull(node, property)),
      ...texts(node, "aliases"),
    ].filter((name) => name !== null),
  };
}
