import type { Entity } from "../../domain/entity.js";
import { type Given, allGiven, whenGiven } from "../../loaders/loader.js";
import type { Loaders } from "../../loaders/loaders.js";

/** The node of an id that the graph itself names. The dataset's rules see to it that there is one. */
export function required(loaders: Loaders, id: string): Given<Entity> {
  return whenGiven(loaders.entity.load(id), (entity) => {
    if (entity === null) throw new Error(`expected a node for ${id}, which another node names; there is none`);
    return entity;
  });
}

export function requiredAll(loaders: Loaders, ids: readonly string[]): Given<readonly Entity[]> {
  return allGiven(ids.map((id) => required(loaders, id)));
}
