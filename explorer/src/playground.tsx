// Before the editor, which starts its workers as it loads.
import "graphiql/setup-workers/vite";
import type { ExecutionResult } from "graphql";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { GraphiQL, type GraphiQLProps, HISTORY_PLUGIN } from "graphiql";
import "graphiql/style.css";
import { questions } from "./questions.js";
import { questionsPlugin } from "./questions-panel.js";
import "./playground.css";

const ask: GraphiQLProps["fetcher"] = async (request, options) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      ...options?.headers,
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
    },
    body: JSON.stringify(request),
  });
  return (await response.json()) as ExecutionResult;
};

const plugins = [questionsPlugin, HISTORY_PLUGIN];
const firstQuery = questions[0]?.operation ?? "";
/** What an address asks, such as that of a question in the explorer. */
const asked = new URLSearchParams(location.search);

const place = document.getElementById("playground");
if (place === null) throw new Error("expected an element called playground in the page; there is none");
createRoot(place).render(
  <StrictMode>
    <GraphiQL
      fetcher={ask}
      plugins={plugins}
      visiblePlugin={questionsPlugin}
      defaultQuery={firstQuery}
      {...(asked.has("query") && { initialQuery: asked.get("query") ?? "" })}
      {...(asked.has("variables") && { initialVariables: asked.get("variables") ?? "" })}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>Opphav</GraphiQL.Logo>
    </GraphiQL>
  </StrictMode>,
);
