import { type Bounds } from "../../domain/period.js";
import type { Located } from "../dataset.js";
import { boundsOfRecord } from "./dataset-index.js";
import type { Rule } from "./rule.js";

/** Printed shares are rounded to a tenth of a percent or a percent each. */
const rounding = 1;

export const sharesFit: Rule = {
  name: "shares-fit",
  description: "What the owners of an organization certainly held at one time is not more than all of it.",
  scope: ["ownerships"],
  *check({ records }) {
    const byOwned = new Map<string, Located<"ownerships">[]>();
    for (const located of records.ownerships) {
      const { owned } = located.record;
      byOwned.set(owned, [...(byOwned.get(owned) ?? []), located]);
    }
    for (const [owned, ownerships] of byOwned) {
      const held = ownerships.map((located) => ({ located, bounds: boundsOfRecord(located.record) }));
      for (const { located, bounds } of held) {
        const together = held.filter((other) => holdsAt(other.bounds, bounds.heldFrom));
        const sum = together.reduce(
          (total, { located: { record } }) => total + (record.share ?? record.shareAtLeast ?? 0),
          0,
        );
        if (holdsAt(bounds, bounds.heldFrom) && sum > 100 + rounding) {
          const owners = together.map(({ located: { record } }) => record.owner).join(", ");
          const message = `expected at most 100 percent of ${owned} at one time; got ${sum} of ${owners}`;
          yield { located, path: ["owned"], message };
          break;
        }
      }
    }
  },
};

function holdsAt(bounds: Bounds, day: number): boolean {
  return bounds.heldFrom <= day && day <= bounds.heldTo;
}
