import type { Happening } from "../../domain/fact.js";
import { BEFORE_ALL } from "../../domain/day.js";
import type { Place } from "../../knowledge/buckets.js";

/** Happenings are listed by their earliest day, undated ones first, then by id. */
export function byDate({ date, id }: Happening & { readonly id: string }): Place {
  return { key: date?.earliest ?? BEFORE_ALL, id };
}
