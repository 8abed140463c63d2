import type { Entity } from "../../domain/entity.js";
import type { Loaders } from "../../loaders/loaders.js";

/** The node of an id that the graph itself names. The dataset's rules see to it that there is one. */
export async function required(loaders: Loaders, id: string): Promise<Entity> {
  const entity = await loaders.entity.load(id);
  if (entity === null) throw new Error(`expected a node for ${id}, which another node names; there is none`);
  return entity;
}

export function requiredAll(loaders: Loaders, ids: readonly string[]): Promise<Entity[]> {
  return Promise.all(ids.map((id) => required(loaders, id)));
}
