import Negotiator from "negotiator";

/** What we answer with; who accepts all alike, as most programs do, gets the first. */
const mediaTypes = ["application/json", "application/graphql-response+json", "text/html", "text/csv"];

function preferred(accept: string | undefined): string | undefined {
  return new Negotiator({ headers: { accept } }).mediaType(mediaTypes);
}

/** Whether an answer of this media type is accepted at all. */
export function accepts(mediaType: string, accept: string | undefined): boolean {
  return new Negotiator({ headers: { accept } }).mediaType([mediaType]) !== undefined;
}

/** Whether a page is preferred to an answer in JSON, as browsers do that open an address. */
export function wantsPage(accept: string | undefined): boolean {
  return preferred(accept) === "text/html";
}

/** Whether a table is preferred to an answer in JSON. */
export function prefersCsv(accept: string | undefined): boolean {
  return preferred(accept) === "text/csv";
}
