// One DataLoader for each kind of question that field resolvers ask by key: what the fields of one level of an
// operation ask for goes into one statement. They live as long as one request, and so do their caches.
import type DataLoader from "dataloader";
import type { Entity } from "../domain/entity.js";

export interface Loaders {
  /** Any node by its id; null where there is none. */
  readonly entity: DataLoader<string, Entity | null>;
}
