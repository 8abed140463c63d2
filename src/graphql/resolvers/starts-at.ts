import type { Bounds } from "../../domain/period.js";
import type { Place } from "../../knowledge/buckets.js";

/** Dated relations are listed by beginning, then by id. */
export function startsAt({ bounds, id }: { readonly bounds: Bounds; readonly id: string }): Place {
  return { key: bounds.startEarliest, id };
}
