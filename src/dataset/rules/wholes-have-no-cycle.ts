import type { Located } from "../dataset.js";
import type { Rule } from "./rule.js";

export const wholesHaveNoCycle: Rule = {
  name: "wholes-have-no-cycle",
  description: "Nothing lies within itself: places, sectors and phases form hierarchies.",
  scope: ["places", "towns", "sectors", "phases"],
  *check({ records }, index) {
    const nested: Located[] = [...records.places, ...records.towns, ...records.sectors, ...records.phases];
    for (const located of nested) {
      const above: string[] = [];
      for (let whole = wholeOf(located); whole !== undefined; whole = wholeOf(index.byId.get(whole))) {
        if (above.includes(whole)) {
          yield { located, path: ["within"], message: `expected no cycle; got ${[...above, whole].join(" within ")}` };
          break;
        }
        above.push(whole);
      }
    }
  },
};

function wholeOf(located: Located | undefined): string | undefined {
  return located !== undefined && "within" in located.record ? located.record.within : undefined;
}
