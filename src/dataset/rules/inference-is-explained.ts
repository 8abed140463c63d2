import { describe } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const inferenceIsExplained: Rule = {
  name: "inference-is-explained",
  description: "What is inferred says from what, in its note, so that a reader can judge it.",
  *check(_dataset, index) {
    for (const located of index.all) {
      const { record } = located;
      if (!("certainty" in record) || record.certainty !== "INFERRED") continue;
      if (!("note" in record) || record.note === undefined) {
        yield {
          located,
          path: ["certainty"],
          message: `expected a note on what ${describe(located)} is inferred from`,
        };
      }
    }
  },
};
