import { Link } from "wouter";
import { questions } from "../../questions.js";
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
        {({ towns, dataset }) => (
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
            <h2>{words.questionsToStartFrom}</h2>
            <ul className="questions">
              {firstQuestions.map(({ question }) => (
                <li key={question}>
                  <Link href="/questions">{question}</Link>
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
