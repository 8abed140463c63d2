// A graph small enough to see whole: entities with an id, of one generation.
import { setTimeout as sleep } from "node:timers/promises";
import type { Graph, Reader, Row } from "../../src/graph/graph.js";
import type { Statement } from "../../src/graph/statement.js";

export const createEntities: Statement = {
  name: "test/create-entities",
  text: "UNWIND $ids AS id CREATE (entity:Entity {id: id, generation: $generation})",
};

export const readIds: Statement = {
  name: "test/read-ids",
  text: "MATCH (entity:Entity {generation: $generation}) RETURN entity.id AS id ORDER BY id",
};

export const countOfAnyGeneration: Statement = {
  name: "test/count-of-any-generation",
  text: "MATCH (entity:Entity) RETURN count(entity) AS entities",
};

export async function load(graph: Graph, version: string, ids: readonly string[]): Promise<void> {
  const writer = await graph.begin(version);
  await writer.write(createEntities, { ids });
  await writer.publish();
}

/** A reader of that version, as soon as it is noticed: a graph goes on opening what it noticed last for a while. */
export async function opened(graph: Graph, version: string): Promise<Reader> {
  for (;;) {
    const reader = await graph.open();
    if (reader.generation.version === version) return reader;
    await reader.release();
    await sleep(10);
  }
}

/** Reads as one request does: what is open is released, whatever happens. */
export async function reading<Result>(graph: Graph, read: (reader: Reader) => Promise<Result>): Promise<Result> {
  const reader = await graph.open();
  try {
    return await read(reader);
  } finally {
    await reader.release();
  }
}

export function idsIn(rows: readonly Row[]): unknown[] {
  return rows.map(({ id }) => id);
}

export function currentIds(graph: Graph): Promise<unknown[]> {
  return reading(graph, async (reader) => idsIn(await reader.read(readIds)));
}
