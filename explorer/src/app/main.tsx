import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Route, Switch } from "wouter";
import { LanguageProvider } from "./language.js";
import { Layout } from "./layout.js";
import { ComparePage } from "./pages/compare.js";
import { DoubtsPage } from "./pages/doubts.js";
import { EntityPage } from "./pages/entity.js";
import { HomePage } from "./pages/home.js";
import { LineagePage } from "./pages/lineage.js";
import { OrganizationPage } from "./pages/organization.js";
import { PersonPage } from "./pages/person.js";
import { QuestionsPage } from "./pages/questions.js";
import { SearchPage } from "./pages/search.js";
import { StatedPage } from "./pages/stated.js";
import { TownPage } from "./pages/town.js";
import "./app.css";

const place = document.getElementById("app");
if (place === null) throw new Error("expected an element called app in the page; there is none");
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: 1 } } })}>
      <LanguageProvider>
        <Layout>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/search" component={SearchPage} />
            <Route path="/compare" component={ComparePage} />
            <Route path="/questions" component={QuestionsPage} />
            <Route path="/doubts" component={DoubtsPage} />
            <Route path="/stated/*">{({ "*": file }) => <StatedPage file={file} />}</Route>
            {/* Addresses are the ids. */}
            <Route path="/town/:name">{({ name }) => <TownPage id={`town/${name}`} />}</Route>
            <Route path="/person/:name">{({ name }) => <PersonPage id={`person/${name}`} />}</Route>
            <Route path="/lineage/:kind/:name">
              {({ kind, name }) => <LineagePage key={`${kind}/${name}`} id={`${kind}/${name}`} />}
            </Route>
            <Route path="/*">
              {({ "*": id }) =>
                /^(firm|institution|unit|group)\//.test(id) ? (
                  <OrganizationPage key={id} id={id} />
                ) : (
                  <EntityPage key={id} id={id} />
                )
              }
            </Route>
          </Switch>
        </Layout>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
