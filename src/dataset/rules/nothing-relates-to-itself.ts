import { idOfRecord, references } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const nothingRelatesToItself: Rule = {
  name: "nothing-relates-to-itself",
  description: "The ends of a relation are two: an organization that owns, supplies or joins itself is a slip.",
  scope: [
    "descents",
    "ownerships",
    "placements",
    "supplies",
    "collaborations",
    "memberships",
    "fundings",
    "technologyTransfers",
  ],
  *check({ records }) {
    for (const section of this.scope ?? []) {
      for (const located of records[section]) {
        if (idOfRecord(located) !== null) continue;
        const ends = references(located).filter(({ path }) => endFields.has(String(path[0])));
        const seen = new Set<string>();
        for (const { path, value } of ends) {
          if (seen.has(value)) yield { located, path, message: `expected two different ends; got ${value} twice` };
          seen.add(value);
        }
      }
    }
  },
};

const endFields = new Set([
  "predecessor",
  "successor",
  "owner",
  "owned",
  "unit",
  "parent",
  "supplier",
  "customer",
  "parties",
  "member",
  "body",
  "funder",
  "recipient",
  "from",
]);
