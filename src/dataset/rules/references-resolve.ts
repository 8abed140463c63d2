import { references } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const referencesResolve: Rule = {
  name: "references-resolve",
  description: "Every id that a record names is the id of a record, or relations would silently vanish at the load.",
  *check(_dataset, index) {
    for (const located of index.all) {
      for (const { path, value } of references(located)) {
        if (located.section === "redirects" && path[0] === "from") continue;
        if (!index.byId.has(value))
          yield { located, path, message: `expected the id of a record; there is no ${value}` };
      }
    }
  },
};
