import { useAnswer } from "../ask.js";
import { DoubtsDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Citations, Named } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";

export function DoubtsPage() {
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(DoubtsDocument, { language, after: null });
  usePageTitle(words.doubts);
  return (
    <Answered query={query}>
      {({ contradictions }) => (
        <>
          <h1>{words.contradictions(contradictions?.totalCount ?? 0)}</h1>
          {contradictions?.nodes.map(({ id, about, explanation, claims }) => (
            <article key={id} id={id} className="doubt">
              <h2>
                {about.map((each, index) => (
                  <span key={each.id}>
                    {index > 0 && ", "}
                    <Named node={each} />
                  </span>
                ))}
              </h2>
              <p>{explanation}</p>
              <table>
                <tbody>
                  {claims.map((claim, index) => (
                    <tr key={index} className={claim.rank === "PREFERRED" ? "preferred" : undefined}>
                      <th scope="row">{claim.property}</th>
                      <td>{claim.value}</td>
                      <td>{claim.rank === "PREFERRED" && words.preferred}</td>
                      <td>
                        <Citations of={claim.citations} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </article>
          ))}
        </>
      )}
    </Answered>
  );
}
