import type { Rule } from "./rule.js";
import type { SectionName } from "../schema/file.js";

/** The fields that make a relation the one it is; what else it says belongs into one record. */
const identifying = {
  descents: ["predecessor", "successor", "mechanism", "date", "through"],
  ownerships: ["owner", "owned", "period", "observed", "share", "shareAtLeast", "shareAtMost"],
  placements: ["unit", "parent", "period"],
  locations: ["organization", "place", "use", "host", "period"],
  supplies: ["supplier", "customer", "what", "period"],
  collaborations: ["parties", "form", "about", "period"],
  memberships: ["member", "body", "as", "period"],
  fundings: ["funder", "recipient", "what", "amount", "period"],
  technologyTransfers: ["from", "recipient", "kind", "what", "period"],
  roles: ["person", "organization", "kind", "role", "period"],
} as const satisfies Partial<Record<SectionName, readonly string[]>>;

const sections = Object.keys(identifying) as (keyof typeof identifying)[];

export const factsStandOnce: Rule = {
  name: "facts-stand-once",
  description: "A relation is one record with all its citations; twice, it would be counted twice.",
  scope: sections,
  *check({ records }) {
    for (const section of sections) {
      const seen = new Map<string, (typeof records)[typeof section][number]>();
      for (const located of records[section]) {
        const record = located.record as unknown as Record<string, unknown>;
        const key = JSON.stringify(identifying[section].map((field) => record[field] ?? null));
        const first = seen.get(key);
        if (first === undefined) seen.set(key, located);
        else {
          const { file, line } = first.position();
          yield { located, message: `expected one record with both citations; the same stands at ${file}:${line}` };
        }
      }
    }
  },
};
