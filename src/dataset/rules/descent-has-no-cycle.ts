import type { Located } from "../dataset.js";
import type { Rule } from "./rule.js";

export const descentHasNoCycle: Rule = {
  name: "descent-has-no-cycle",
  description: "Nothing descends from itself: a cycle means that a link points the wrong way or two firms share an id.",
  scope: ["descents"],
  *check({ records }) {
    const links = new Map<string, Located<"descents">[]>();
    for (const located of records.descents) {
      const { predecessor } = located.record;
      links.set(predecessor, [...(links.get(predecessor) ?? []), located]);
    }
    const done = new Set<string>();
    // Depth first with a stack of our own, so that a long chain does not end in a stack overflow.
    for (const start of links.keys()) {
      const onPath = new Set<string>();
      const stack: { id: string; next: number }[] = [];
      const enter = (id: string): void => {
        onPath.add(id);
        stack.push({ id, next: 0 });
      };
      if (!done.has(start)) enter(start);
      for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
        const located = links.get(top.id)?.[top.next++];
        if (located === undefined) {
          done.add(top.id);
          onPath.delete(top.id);
          stack.pop();
        } else if (onPath.has(located.record.successor)) {
          const path = [...onPath];
          const circle = [...path.slice(path.indexOf(located.record.successor)), located.record.successor];
          yield { located, path: ["successor"], message: `expected no cycle; got ${circle.join(" → ")}` };
        } else if (!done.has(located.record.successor)) enter(located.record.successor);
      }
    }
  },
};
