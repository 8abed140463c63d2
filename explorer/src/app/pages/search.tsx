import { useSearchParams } from "wouter";
import { useAnswer } from "../ask.js";
import { SearchDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Named } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";

export function SearchPage() {
  const [parameters] = useSearchParams();
  const text = parameters.get("q") ?? "";
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(SearchDocument, { text, first: 50, language });
  usePageTitle(`${words.search}: ${text}`);
  return (
    <Answered query={query}>
      {({ search }) => (
        <>
          <h1>
            {words.search}: {text}
          </h1>
          <p>{search === null || search.totalCount === 0 ? words.nothingFound : words.found(search.totalCount)}</p>
          <ul className="hits">
            {search?.edges.map(({ node, matched }) => (
              <li key={node.id}>
                <Named node={node} />
                {matched !== node.label && <span className="matched"> {matched}</span>}
                {"summary" in node && <p>{node.summary}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Answered>
  );
}
