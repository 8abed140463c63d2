import { type ReactNode, Suspense } from "react";
import { Link } from "wouter";
import { useLanguage, useWords } from "./language.js";
import { Exports } from "./parts/exports.js";
import { SearchForm } from "./parts/search-form.js";

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language, change } = useLanguage();
  const words = useWords();
  return (
    <>
      <header className="bar">
        <Link href="/" className="logo">
          Opphav
        </Link>
        <SearchForm />
        <nav>
          <Link href="/compare">{words.compare}</Link>
          <Link href="/questions">{words.questions}</Link>
          <Link href="/doubts">{words.doubts}</Link>
          <a href="/graphql">{words.playground}</a>
          <button
            type="button"
            lang={language === "NB" ? "en" : "nb"}
            onClick={() => {
              change(language === "NB" ? "EN" : "NB");
            }}
          >
            {words.language}
          </button>
        </nav>
      </header>
      <main>
        {/* A page shows when its charts can, so that nothing moves when they come. */}
        <Suspense fallback={<p className="waiting">{words.loading}</p>}>{children}</Suspense>
      </main>
      <footer>
        {words.takeAway}:{" "}
        <Exports
          of={{
            CSV: "organizations.csv",
            GEXF: "graph.gexf",
            GraphML: "graph.graphml",
            "JSON-LD": "graph.jsonld",
            BibTeX: "sources.bib",
          }}
        />
      </footer>
    </>
  );
}
