/** A place in a source. */
export interface Citation {
  /** Id of the source: `source/nibr-2005-11`. */
  readonly source: string;
  readonly page: number | null;
  /** The table's number as printed: `4.2`. */
  readonly table: string | null;
  readonly figure: string | null;
  readonly footnote: number | null;
}

/** A citation, and where the dataset's files state what it is given for: `horten/history.yaml:12`. */
export interface StatedCitation extends Citation {
  readonly statedAt: string;
}

/** The place as a person would cite it: `p. 86, table 4.2`. Empty for the source as a whole. */
export function locator(citation: Citation): string {
  const parts: string[] = [];
  if (citation.page !== null) parts.push(`p. ${citation.page}`);
  if (citation.table !== null) parts.push(`table ${citation.table}`);
  if (citation.figure !== null) parts.push(`figure ${citation.figure}`);
  if (citation.footnote !== null) parts.push(`note ${citation.footnote}`);
  return parts.join(", ");
}

/**
 * A page or table of a source, or the source as a whole, as one text: what is cited from it can be looked up by it.
 */
export function placeInSource({ source, page, table }: Pick<Citation, "source" | "page" | "table">): string {
  return `${source} ${locator({ source, page, table, figure: null, footnote: null })}`.trim();
}

/** Every place that a citation is in: the source, the page, the table, and the table on the page. */
export function placesInSource({ source, page, table }: Citation): string[] {
  const places = [
    { source, page: null, table: null },
    { source, page, table: null },
    { source, page: null, table },
    { source, page, table },
  ];
  return [...new Set(places.map(placeInSource))];
}

const partPattern = /^(?:p\. (?<page>\d+)|table (?<table>\S+)|figure (?<figure>\S+)|note (?<footnote>\d+))$/;

/** The inverse of `locator`; null where the text is no locator. */
export function parseLocator(text: string, source: string): Citation | null {
  const citation = { source, page: null, table: null, figure: null, footnote: null } as {
    -readonly [Key in keyof Citation]: Citation[Key];
  };
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const groups = partPattern.exec(part)?.groups;
    if (groups === undefined) return null;
    if (groups["page"] !== undefined) citation.page = Number(groups["page"]);
    else if (groups["table"] !== undefined) citation.table = groups["table"];
    else if (groups["figure"] !== undefined) citation.figure = groups["figure"];
    else citation.footnote = Number(groups["footnote"]);
  }
  return citation;
}
