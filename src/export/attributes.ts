import { AFTER_ALL, BEFORE_ALL, type Day } from "../domain/day.js";
import { locator } from "../domain/citation.js";
import { labelOf } from "../domain/label.js";
import { type Language, inLanguage, listInLanguage } from "../domain/language.js";
import type { Link, Linked } from "../knowledge/subgraph.js";

type Attribute = string | number | null;

/** What a network format says of a node, beside its id and label. */
export const nodeAttributes = [
  "kind",
  "firmKind",
  "institutionKind",
  "town",
  "country",
  "sector",
  "products",
  "existence",
  "certainty",
  "citations",
] as const;

export function attributesOfNode(
  node: Linked,
  language: Language,
): { readonly label: string } & Readonly<Record<(typeof nodeAttributes)[number], Attribute>> {
  const { kind, certainty } = node;
  const shared = { label: labelOf(node, language), kind, certainty, citations: node.citations.map(locator).join("; ") };
  if (node.kind === "PERSON") {
    const none = { firmKind: null, institutionKind: null, town: null, country: null, sector: null };
    return { ...shared, ...none, products: null, existence: null };
  }
  const { firmKind, institutionKind, town, country, sector, products, existence } = node;
  const made = listInLanguage(products, language).join("; ");
  return {
    ...shared,
    ...{ firmKind, institutionKind, town, country, sector },
    products: made === "" ? null : made,
    existence: existence.edtf,
  };
}

/** What a network format says of a relation, beside its ends. */
export const linkAttributes = ["kind", "how", "what", "share", "period", "certainty", "note", "citations"] as const;

export function attributesOfLink(
  { kind, fact }: Link,
  language: Language,
): Readonly<Record<(typeof linkAttributes)[number], Attribute>> {
  return {
    kind,
    how:
      "mechanism" in fact
        ? fact.mechanism
        : "form" in fact
          ? fact.form
          : "as" in fact
            ? fact.as
            : "kind" in fact
              ? fact.kind
              : null,
    what: inLanguage(
      "what" in fact ? fact.what : "about" in fact ? fact.about : "role" in fact ? fact.role : {},
      language,
    ),
    share: "share" in fact ? fact.share : null,
    period: "date" in fact ? (fact.date?.edtf ?? null) : (fact.period?.edtf ?? null),
    certainty: fact.certainty,
    note: fact.note,
    citations: fact.citations.map(locator).join("; "),
  };
}

/** The first and the last day on which something may have been, in ISO 8601; null where it is not known. */
export function possibleSpan(of: Linked | Link["fact"]): {
  readonly start: string | null;
  readonly end: string | null;
} {
  if ("bounds" in of) return { start: isoDay(of.bounds.startEarliest), end: isoDay(of.bounds.endLatest) };
  // What came out of another did so at some time, and has come out of it ever since.
  if ("date" in of) return { start: of.date === null ? null : isoDay(of.date.earliest), end: null };
  return { start: null, end: null };
}

function isoDay(day: Day): string | null {
  return day <= BEFORE_ALL || day >= AFTER_ALL ? null : new Date(day * 86_400_000).toISOString().slice(0, 10);
}
