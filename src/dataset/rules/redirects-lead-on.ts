import type { Rule } from "./rule.js";

export const redirectsLeadOn: Rule = {
  name: "redirects-lead-on",
  description: "A redirect leads from an id that is no longer used to a record, in one step.",
  scope: ["redirects"],
  *check({ records }, index) {
    const froms = new Set<string>();
    for (const located of records.redirects) {
      const { from } = located.record;
      if (index.byId.has(from)) yield { located, path: ["from"], message: `expected an id no longer used; ${from} is` };
      if (froms.has(from)) yield { located, path: ["from"], message: `expected one redirect from ${from}; got two` };
      froms.add(from);
    }
  },
};
