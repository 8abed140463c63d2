import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

/** What we answer with; who accepts all alike, as most programs do, gets the first. */
const mediaTypes = ["application/json", "application/graphql-response+json", "text/html", "text/csv"];

/** What headers were found to say: a program sends the same one with every request. */
const found = new LRUCache<string, { readonly preferred: string | undefined; readonly accepted: ReadonlySet<string> }>({
  max: 100,
  memoMethod: (accept) => {
    const accepted = new Negotiator({ headers: { accept } }).mediaTypes(mediaTypes);
    return { preferred: accepted[0], accepted: new Set(accepted) };
  },
});

/** Who sends no such header accepts all. */
const all = "*/*";

/** Whether an answer of this media type, which is one of ours, is accepted at all. */
export function accepts(mediaType: string, accept = all): boolean {
  return found.memo(accept).accepted.has(mediaType);
}

/** Whether a page is preferred to an answer in JSON, as browsers do that open an address. */
export function wantsPage(accept = all): boolean {
  return found.memo(accept).preferred === "text/html";
}

/** Whether a table is preferred to an answer in JSON. */
export function prefersCsv(accept = all): boolean {
  return found.memo(accept).preferred === "text/csv";
}
