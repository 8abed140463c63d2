import type { Source } from "./entity.js";

/** An entry of a bibliography in CSL-JSON 1.0, as citation managers read it. */
export interface CslItem {
  readonly id: string;
  readonly type: "report" | "book";
  readonly title: string;
  readonly author: readonly ({ readonly family: string; readonly given: string } | { readonly literal: string })[];
  readonly issued: { readonly "date-parts": readonly (readonly number[])[] };
  readonly publisher?: string;
  readonly "collection-title"?: string;
  readonly number?: string;
  /** Where in it: `p. 86, table 4.2; p. 127`. */
  readonly note?: string;
}

/** A report where it has a number in a series, else a book. */
export function cslOf(
  { id, title, authors, year, publisher, series, number }: Source,
  note: string | null = null,
): CslItem {
  return {
    id: id.slice(id.indexOf("/") + 1),
    type: series !== null || number !== null ? "report" : "book",
    title,
    author: authors.map((name) => {
      const [family = name, given] = name.split(/,\s*/);
      return given === undefined ? { literal: name } : { family, given };
    }),
    issued: { "date-parts": [[year]] },
    ...(publisher === null ? {} : { publisher }),
    ...(series === null ? {} : { "collection-title": series }),
    ...(number === null ? {} : { number }),
    ...(note === null ? {} : { note }),
  };
}
