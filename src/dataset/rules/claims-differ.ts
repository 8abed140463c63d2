import type { Rule } from "./rule.js";

export const claimsDiffer: Rule = {
  name: "claims-differ",
  description:
    "A contradiction is at least two different values for one property, and at most one of them is preferred.",
  scope: ["contradictions"],
  *check({ records }) {
    for (const located of records.contradictions) {
      const { claims, about } = located.record;
      if (new Set(claims.map(({ value }) => value)).size < 2) {
        yield { located, path: ["claims"], message: `expected different values; got "${claims[0]?.value}" throughout` };
      }
      const preferred = new Set<string>();
      for (const [index, claim] of claims.entries()) {
        if (!about.includes(claim.subject)) {
          const message = `expected a subject among what it is about (${about.join(", ")}); got ${claim.subject}`;
          yield { located, path: ["claims", index, "subject"], message };
        }
        const key = `${claim.subject} ${claim.property}`;
        if (claim.rank === "PREFERRED" && preferred.has(key)) {
          yield {
            located,
            path: ["claims", index, "rank"],
            message: `expected one preferred value of ${key}; got two`,
          };
        }
        if (claim.rank === "PREFERRED") preferred.add(key);
      }
    }
  },
};
