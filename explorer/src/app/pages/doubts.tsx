import { useAnswer } from "../ask.js";
import { DoubtsDocument, type GapsFragment } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Citations, Named, Span } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";

export function DoubtsPage() {
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(DoubtsDocument, { language });
  usePageTitle(words.doubts);
  return (
    <Answered query={query}>
      {({ contradictions, ...gaps }) => (
        <>
          <h1>{words.doubts}</h1>
          <h2>{words.contradictions(contradictions?.totalCount ?? 0)}</h2>
          {contradictions?.nodes.map(({ id, about, explanation, claims }) => (
            <article key={id} id={id} className="doubt">
              <h3>
                {about.map((each, index) => (
                  <span key={each.id}>
                    {index > 0 && ", "}
                    <Named node={each} />
                  </span>
                ))}
              </h3>
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
          <h2>{words.gaps}</h2>
          <Gaps title={words.ownersUnknown} of={gaps.ownersUnknown} />
          <Gaps title={words.originsUnknown} of={gaps.originsUnknown} />
          <Gaps title={words.datesUnknown} of={gaps.datesUnknown} />
          <Gaps title={words.townsUnknown} of={gaps.townsUnknown} />
        </>
      )}
    </Answered>
  );
}

function Gaps({ title, of }: { readonly title: string; readonly of: GapsFragment | null }) {
  if (of === null) return null;
  return (
    <details>
      <summary>
        {title} ({of.totalCount})
      </summary>
      <ul className="inline">
        {of.nodes.map(({ node, period }, index) => (
          <li key={index}>
            <Named node={node} /> <Span of={period} />
          </li>
        ))}
        {of.totalCount > of.nodes.length && <li>…</li>}
      </ul>
    </details>
  );
}
