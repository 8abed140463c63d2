import { parseLocator } from "../../domain/citation.js";
import { leaves } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const citationsExist: Rule = {
  name: "citations-exist",
  description: "Every citation names a page that its source has, so that a reader can turn to it.",
  *check(dataset, index) {
    for (const located of index.all) {
      for (const { path, value } of leaves(located.record)) {
        if (path.at(-1) !== "cite") continue;
        const named = "source" in located.record ? located.record.source : undefined;
        const id = named ?? dataset.manifest.source;
        const source = index.byId.get(id);
        if (source?.section !== "sources" || !("pages" in source.record)) {
          yield { located, path, message: `expected a source; there is no ${id}` };
          continue;
        }
        const { from, to } = source.record.pages;
        for (const part of value.split(";")) {
          const page = parseLocator(part.trim(), id)?.page ?? null;
          if (page === null) yield { located, path, message: `expected a page; got "${part.trim()}"` };
          else if (page < from || page > to) {
            yield { located, path, message: `expected a page from ${from} to ${to}; got ${page}` };
          }
        }
      }
    }
  },
};
