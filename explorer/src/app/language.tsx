import { type ReactNode, createContext, useContext, useEffect, useState } from "react";
import { type Words, words } from "./words.js";

export type Language = "EN" | "NB";

const LanguageContext = createContext<{ language: Language; change: (to: Language) => void } | null>(null);

const remembered = "opphav-language";

function first(): Language {
  const kept = localStorage.getItem(remembered);
  if (kept === "EN" || kept === "NB") return kept;
  return /^(nb|nn|no|da|sv)\b/.test(navigator.language) ? "NB" : "EN";
}

/** The reader's language: that of the browser, until another is chosen. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language === "NB" ? "nb" : "en";
  }, [language]);
  const change = (to: Language): void => {
    localStorage.setItem(remembered, to);
    setLanguage(to);
  };
  return <LanguageContext value={{ language, change }}>{children}</LanguageContext>;
}

export function useLanguage() {
  const context = useContext(LanguageContext);
  if (context === null) throw new Error("expected a LanguageProvider around this; there is none");
  return context;
}

/** The words of the pages in the reader's language. */
export function useWords(): Words {
  return words[useLanguage().language];
}
