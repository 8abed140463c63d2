import { useAnswer } from "../ask.js";
import { PersonPageDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Certain, Citations, Facts, Named, Span } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";
import { NotFoundPage } from "./not-found.js";

export function PersonPage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(PersonPageDocument, { id, language });
  usePageTitle(query.data?.person?.label ?? id);
  return (
    <Answered query={query}>
      {({ person }) =>
        person === null ? (
          <NotFoundPage />
        ) : (
          <>
            <h1>{person.label}</h1>
            <Facts title={words.people} items={person.roles} keyOf={(_role, index) => String(index)}>
              {(each) => (
                <>
                  {each.role} · <Named node={each.organization} /> <Span of={each.period} />{" "}
                  <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                </>
              )}
            </Facts>
          </>
        )
      }
    </Answered>
  );
}
