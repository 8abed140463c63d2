import { idOfRecord } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const uniqueIds: Rule = {
  name: "unique-ids",
  description: "An id stands for one record: two records of one id would overwrite each other in the graph.",
  *check(_dataset, index) {
    for (const located of index.all) {
      const id = idOfRecord(located);
      const first = id === null ? undefined : index.byId.get(id);
      if (id === null || first === undefined || first === located) continue;
      const { file, line } = first.position();
      yield { located, path: ["id"], message: `expected an id of its own; ${id} is defined at ${file}:${line}, too` };
    }
  },
};
