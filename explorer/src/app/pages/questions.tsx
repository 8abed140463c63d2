import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { type Question, kinds, nameOf, questions } from "../../questions.js";
import { post } from "../ask.js";
import { useWords } from "../language.js";
import { usePageTitle } from "../parts/page-title.js";

/** The questions that the tests ask, too, each with the answer that the service gives now. */
export function QuestionsPage() {
  const words = useWords();
  usePageTitle(words.questions);
  return (
    <>
      <h1>{words.questions}</h1>
      {Object.entries(kinds).map(([kind, title]) => (
        <section key={kind}>
          <h2>{title}</h2>
          {questions
            .filter((each) => each.kind === kind)
            .map((each) => (
              <QuestionWithAnswer key={each.question} question={each} />
            ))}
        </section>
      ))}
    </>
  );
}

function QuestionWithAnswer({ question }: { readonly question: Question }) {
  const { operation, variables } = question;
  const name = nameOf(operation);
  const [open, setOpen] = useState(location.hash === `#${name}`);
  const words = useWords();
  const place = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (location.hash === `#${name}`) place.current?.scrollIntoView();
  }, [name]);
  const asked = new URLSearchParams({ query: operation, variables: JSON.stringify(variables ?? {}, null, 2) });
  return (
    <details
      className="question"
      id={name}
      ref={place}
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{question.question}</summary>
      <p className="note">{question.shows}</p>
      {open && <Answer question={question} />}
      <a className="button" href={`/graphql?${asked.toString()}`}>
        {words.openInPlayground}
      </a>
    </details>
  );
}

function Answer({ question: { operation, variables } }: { readonly question: Question }) {
  const words = useWords();
  const { data, error } = useQuery({
    queryKey: [operation, variables],
    queryFn: () => post<Json>(operation, variables ?? {}),
    staleTime: Infinity,
  });
  if (error !== null) {
    return (
      <p role="alert">
        {words.failed}: {error.message}
      </p>
    );
  }
  return data === undefined ? <p className="waiting-line">{words.loading}</p> : <Tree of={data} />;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Any answer as nested lists; ids lead to their pages. */
function Tree({ of }: { readonly of: Json }) {
  if (of === null) return <span className="note">–</span>;
  if (isList(of)) {
    return (
      <ul>
        {of.map((each, index) => (
          <li key={index}>
            <Tree of={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof of === "object") {
    const entries = Object.entries(of);
    const [only] = entries;
    // A list is what it holds.
    if (entries.length === 1 && only !== undefined && ["nodes", "edges", "id"].includes(only[0])) {
      return <Tree of={only[1]} />;
    }
    return (
      <dl className="tree">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Tree of={value} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  const text = String(of);
  return /^(firm|institution|unit|group|town|person)\/[^/ ]+$/.test(text) ? (
    <Link href={`/${text}`}>{text}</Link>
  ) : (
    text
  );
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
