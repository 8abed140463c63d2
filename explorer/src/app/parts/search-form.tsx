import { useId, useState } from "react";
import { useLocation } from "wouter";
import { useAnswer } from "../ask.js";
import { SearchDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";

/** A field with suggestions; what is chosen among them opens at once. */
export function SearchForm() {
  const [text, setText] = useState("");
  const [, navigate] = useLocation();
  const { language } = useLanguage();
  const words = useWords();
  const list = useId();
  const { data } = useAnswer(SearchDocument, { text, first: text.trim() === "" ? 0 : 8, language });
  const hits = data?.search?.edges ?? [];
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        navigate(`/search?q=${encodeURIComponent(text)}`);
      }}
    >
      <input
        type="search"
        aria-label={words.search}
        placeholder={words.searchFor}
        list={list}
        value={text}
        onChange={({ target }) => {
          const chosen = hits.find(({ node }) => node.label === target.value);
          setText(target.value);
          if (chosen !== undefined) navigate(`/${chosen.node.id}`);
        }}
      />
      <datalist id={list}>
        {hits.map(({ node }) => (
          <option key={node.id} value={node.label} />
        ))}
      </datalist>
    </form>
  );
}
