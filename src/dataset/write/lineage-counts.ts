import { addToList } from "../../domain/add-to-list.js";
import type { DescentLink } from "./derived-descents.js";

/** The number of organizations that descend from each one, by all mechanisms but `INITIATIVE`; 0 is left out. */
export function descendantCounts(links: readonly DescentLink[]): ReadonlyMap<string, number> {
  const successors = new Map<string, string[]>();
  for (const { record } of links) {
    if (record.mechanism === "INITIATIVE") continue;
    addToList(successors, record.predecessor, record.successor);
  }
  const counts = new Map<string, number>();
  for (const start of successors.keys()) {
    const seen = new Set([start]);
    const pending = [start];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      for (const successor of successors.get(id) ?? []) {
        if (seen.has(successor)) continue;
        seen.add(successor);
        pending.push(successor);
      }
    }
    counts.set(start, seen.size - 1);
  }
  return counts;
}
