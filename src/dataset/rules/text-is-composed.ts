import { leaves } from "./dataset-index.js";
import type { Rule } from "./rule.js";

export const textIsComposed: Rule = {
  name: "text-is-composed",
  description: "Text is in Unicode normalization form C and holds no control characters: å in two parts is not found.",
  *check(_dataset, index) {
    for (const located of index.all) {
      for (const { path, value } of leaves(located.record)) {
        if (value !== value.normalize("NFC")) {
          yield { located, path, message: `expected composed letters (NFC); got "${value}"` };
        } else if (/\p{Cc}|\p{Cf}/u.test(value)) {
          yield { located, path, message: `expected no control or invisible characters; got ${JSON.stringify(value)}` };
        }
      }
    }
  },
};
