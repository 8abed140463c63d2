import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { type Example, examples } from "./examples.js";

function ExamplesPanel() {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);

  function open({ operation, variables }: Example): void {
    actions.addTab();
    // The editors tell the tab what is in them after a moment; the tab's title would come that much later.
    actions.updateActiveTabValues({ query: operation, variables });
    queryEditor?.setValue(operation);
    variableEditor?.setValue(variables);
    // On a narrow screen it is below the panel.
    document.getElementById("graphiql-session")?.scrollIntoView({ block: "nearest" });
  }

  return (
    <section className="examples" aria-label="Examples">
      <h1>Ask Opphav</h1>
      <p>
        Where firms come from, and how we know: towns, firms, institutions and their lineage, each fact with the page of
        the source that it comes from. Ask in GraphQL; the book symbol at the side opens the description of all that can
        be asked.
      </p>
      <h2>Examples</h2>
      <p>Each opens in a new tab. Run it, then change it.</p>
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button
              type="button"
              disabled={!queryEditor || !variableEditor}
              onClick={() => {
                open(example);
              }}
            >
              <strong>{example.title}</strong>
              <span>{example.sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" aria-hidden>
      <path d="M8 4h10M8 10h10M8 16h10" />
      <path d="M2 2.5 4.5 4 2 5.5zM2 8.5 4.5 10 2 11.5zM2 14.5 4.5 16 2 17.5z" strokeLinejoin="round" />
    </svg>
  );
}

/** A panel beside the schema's documentation and the history. */
export const examplesPlugin: GraphiQLPlugin = { title: "Examples", icon: ExamplesIcon, content: ExamplesPanel };
