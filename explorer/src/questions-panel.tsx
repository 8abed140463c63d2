import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { type Question, kinds, questions } from "./questions.js";

function QuestionsPanel() {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  function open({ operation, variables }: Question): void {
    const values = variables === undefined ? "" : JSON.stringify(variables, null, 2);
    actions.addTab();
    // The editors tell the tab what is in them after a moment; its title, and which operation is to run, would come
    // that much later.
    actions.updateActiveTabValues({ query: operation, variables: values });
    actions.setOperationName(/^query (\w+)/.exec(operation)?.[1] ?? "");
    queryEditor?.setValue(operation);
    variableEditor?.setValue(values);
    // On a narrow screen it is below the panel.
    document.getElementById("graphiql-session")?.scrollIntoView({ block: "nearest" });
  }

  return (
    <section className="questions" aria-label="Questions">
      <h1>Ask Opphav</h1>
      <p>
        Where firms come from, and how we know: towns, firms, institutions and their lineage, each fact with the page of
        the source that it comes from. Ask in GraphQL; the book symbol at the side opens the description of all that can
        be asked.
      </p>
      <h2>Questions to start from</h2>
      <p>Each opens in a new tab. Run it, then change it.</p>
      {Object.entries(kinds).map(([kind, title], index) => (
        <details key={kind} open={index === 0}>
          <summary>{title}</summary>
          <ul>
            {questions
              .filter((each) => each.kind === kind)
              .map((each) => (
                <li key={each.question}>
                  <button
                    type="button"
                    disabled={!queryEditor || !variableEditor}
                    onClick={() => {
                      open(each);
                    }}
                  >
                    <strong>{each.question}</strong>
                    <span>{each.shows}</span>
                  </button>
                </li>
              ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function QuestionsIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden>
      <path d="M8 4h10M8 10h10M8 16h10" />
      <path d="M2 2.5 4.5 4 2 5.5zM2 8.5 4.5 10 2 11.5zM2 14.5 4.5 16 2 17.5z" strokeLinejoin="round" />
    </svg>
  );
}

/** A panel beside the schema's documentation and the history. */
export const questionsPlugin: GraphiQLPlugin = { title: "Questions", icon: QuestionsIcon, content: QuestionsPanel };
