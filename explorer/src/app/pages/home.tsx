import { Link } from "wouter";
import { nameOf, questions } from "../../questions.js";
import { useAnswer } from "../ask.js";
import { HomeDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { usePageTitle } from "../parts/page-title.js";

/** Of each kind of question, its first. */
const firstQuestions = [...new Map(questions.toReversed().map((each) => [each.kind, each])).values()].toReversed();

export function HomePage() {
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(HomeDocument, { language });
  usePageTitle(null);
  return (
    <>
      <h1>{words.motto}</h1>
      <p className="lead">{words.about}</p>
      <Answered query={query}>
        {({ towns, families, dataset }) => (
          <>
            <ul className="cards" aria-label={words.towns}>
              {towns?.map(({ id, name, summary }) => (
                <li key={id}>
                  <Link href={`/${id}`}>
                    <strong>{name}</strong>
                    <span>{summary}</span>
                  </Link>
                </li>
              ))}
            </ul>
            <h2>{words.largestFamilies}</h2>
            <ul className="questions">
              {families?.nodes.map(({ id, label, descendants }) => (
                <li key={id}>
                  <Link href={`/lineage/${id}`}>{label}</Link>{" "}
                  <span className="note">{words.descendants(descendants?.totalCount ?? 0)}</span>
                </li>
              ))}
            </ul>
            <h2>{words.questionsToStartFrom}</h2>
            <ul className="questions">
              {firstQuestions.map(({ question, operation }) => (
                <li key={question}>
                  <Link href={`/questions#${nameOf(operation)}`}>{question}</Link>
                </li>
              ))}
            </ul>
            <p className="colophon">{dataset?.sources.map(({ title, year }) => `${title} (${year})`).join("; ")}</p>
          </>
        )}
      </Answered>
    </>
  );
}
