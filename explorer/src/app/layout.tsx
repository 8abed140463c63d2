import type { ReactNode } from "react";
import { Link } from "wouter";
import { useLanguage, useWords } from "./language.js";
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
      <main>{children}</main>
    </>
  );
}
