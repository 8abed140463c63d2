import type { Rule } from "./rule.js";

export const measuresAreDefined: Rule = {
  name: "measures-are-defined",
  description: "Every observation is of a measure that is defined, with its unit: a number alone cannot be compared.",
  scope: ["observations", "measures"],
  *check({ records }) {
    const defined = new Set(records.measures.map(({ record }) => record.id));
    for (const located of records.observations) {
      const { measure } = located.record;
      if (!defined.has(measure)) {
        yield { located, path: ["measure"], message: `expected one of ${[...defined].join(", ")}; got ${measure}` };
      }
    }
  },
};
