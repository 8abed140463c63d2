import type { Source } from "./entity.js";

const special: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escape(text: string): string {
  return text.replaceAll(/[\\{}$&%#_~^]/g, (character) => special[character] ?? character);
}

/**
 * A BibTeX entry: a technical report where it has a number in a series, else a book. UTF-8, as biber reads it. `note`
 * says where in it.
 */
export function bibtexOf(
  { id, title, authors, year, publisher, series, number }: Source,
  note: string | null = null,
): string {
  const report = series !== null || number !== null;
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", authors.join(" and ")],
    ["title", title],
    ["year", String(year)],
    [report ? "institution" : "publisher", publisher],
    ["type", series],
    ["number", number],
    ["note", note],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${escape(value)}}`]));
  return `@${report ? "techreport" : "book"}{${id.slice(id.indexOf("/") + 1)},\n${lines.join(",\n")}\n}`;
}
