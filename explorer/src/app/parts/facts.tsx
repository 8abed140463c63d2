import type { ReactNode } from "react";
import { Link } from "wouter";
import type { CitedFragment, NamedFragment, SpanFragment } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { terms } from "../words.js";

/** A node by its title, leading to its page. */
export function Named({ node }: { readonly node: NamedFragment }) {
  return <Link href={`/${node.id}`}>{node.label}</Link>;
}

/** The places in the source that something rests on, each with the line of the dataset that states it. */
export function Citations({ of }: { readonly of: readonly CitedFragment[] }) {
  const words = useWords();
  return (
    <span className="citations">
      {of.map(({ locator, statedAt }) => (
        <Link
          key={`${locator} ${statedAt}`}
          href={`/stated/${statedAt.replace(/:(\d+)$/, "?line=$1")}`}
          title={`${words.statedIn} ${statedAt}`}
        >
          {locator}
        </Link>
      ))}
    </span>
  );
}

/** A period in words: `1985–2003`, `1995–`, `1980s–`. */
export function Span({ of }: { readonly of: SpanFragment | null | undefined }) {
  if (of == null || (of.start == null && of.end == null && !/\d/.test(of.edtf))) return null;
  const end = of.end?.text ?? "";
  const start = of.start?.text ?? "";
  return (
    <span className="span" title={of.edtf}>
      {start === end ? start : `${start}–${end}`}
    </span>
  );
}

/** A term of a closed list, in the reader's language. */
export function useTerm(): (term: string) => string {
  const { language } = useLanguage();
  return (term) => terms[term]?.[language === "NB" ? 1 : 0] ?? term.toLowerCase().replaceAll("_", " ");
}

/** What is not said by the source itself is marked. */
export function Certain({ certainty }: { readonly certainty: string }) {
  const words = useWords();
  if (certainty === "STATED") return null;
  return <em className="certainty">{certainty === "INFERRED" ? words.inferred : words.disputed}</em>;
}

interface FactsProps<Item> {
  readonly title: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item, index: number) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A section of facts of one kind; nothing where there are none. */
export function Facts<Item>({ title, items, keyOf, children }: FactsProps<Item>) {
  if (items.length === 0) return null;
  return (
    <section className="facts">
      <h2>{title}</h2>
      <ul>
        {items.map((item, index) => (
          <li key={keyOf(item, index)}>{children(item)}</li>
        ))}
      </ul>
    </section>
  );
}
