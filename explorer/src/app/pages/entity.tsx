import { Fragment } from "react";
import { useAnswer } from "../ask.js";
import { EntityPageDocument, type FiguresFragment, type NamedFragment } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Exports } from "../parts/exports.js";
import { Certain, Citations, Facts, Named, Span, useTerm } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";
import { NotFoundPage } from "./not-found.js";

const byPlace = (_item: unknown, index: number): string => String(index);

/** What has no page of its own kind: an event, a phase, a sector, a place, a table, a figure, a source. */
export function EntityPage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords();
  const term = useTerm();
  const query = useAnswer(EntityPageDocument, { id, language });
  const node = query.data?.node;
  usePageTitle(node != null && "label" in node ? node.label : id);
  return (
    <Answered query={query}>
      {({ node }) => {
        if (node === null || !("label" in node)) return <NotFoundPage />;
        return (
          <article>
            <h1>{node.label}</h1>
            <p className="lead">
              {"kind" in node && `${term(node.kind)} `}
              {"division" in node && `${node.division} `}
              {"date" in node && `${node.date?.text ?? words.undated} `}
              {"period" in node && <Span of={node.period} />}{" "}
              {"authors" in node && `${node.authors.join("; ")} (${node.year}) ${node.publisher ?? ""} `}
              {"certainty" in node && <Certain certainty={node.certainty} />}{" "}
              {"citations" in node && <Citations of={node.citations} />}
            </p>
            {"summary" in node && <p>{node.summary}</p>}
            {"definition" in node && <p>{node.definition}</p>}
            {"note" in node && <p className="note">{node.note}</p>}
            {node.__typename === "Table" && (
              <p className="note">
                {words.takeAway}: <Exports of={{ "JSON-stat": `${id}.jsonstat` }} />
              </p>
            )}
            {node.__typename === "Source" && (
              <p className="note">
                {words.takeAway}: <Exports of={{ BibTeX: "sources.bib", "CSL-JSON": "sources.json" }} />
              </p>
            )}
            {"breaks" in node && (
              <Facts title={words.breaks} items={node.breaks} keyOf={(each) => each}>
                {(each) => each}
              </Facts>
            )}
            {"drivers" in node && (
              <Facts title={words.drivers} items={node.drivers} keyOf={(each) => each}>
                {(each) => each}
              </Facts>
            )}
            {"towns" in node && <Names title={words.towns} of={node.towns} />}
            {"participants" in node && (
              <Facts title={words.participants} items={node.participants} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.node} /> ({term(each.role)})
                  </>
                )}
              </Facts>
            )}
            {"phases" in node && <Names title={words.phases} of={node.phases} />}
            {"organizations" in node && <Names title={words.organizations} of={node.organizations.nodes} />}
            {"events" in node && <Names title={words.timeline} of={node.events.nodes} />}
            {"withinSector" in node && <Names title={words.partOf} of={node.withinSector} />}
            {"sectorParts" in node && <Names title={words.units} of={node.sectorParts} />}
            {"withinPlace" in node && <Names title={words.partOf} of={node.withinPlace} />}
            {"placeParts" in node && <Names title={words.units} of={node.placeParts} />}
            {"source" in node && <Names title={words.source} of={node.source} />}
            {node.__typename === "Observation" && (
              <Names
                title={words.partOf}
                of={[node.organization, node.place, node.sector, node.table].filter((each) => each !== null)}
              />
            )}
            {"activities" in node && (
              <Facts title="NACE" items={node.activities} keyOf={({ nace }) => nace}>
                {(each) => (
                  <>
                    {each.nace} {each.name} <Citations of={each.citations} />
                  </>
                )}
              </Facts>
            )}
            {"sections" in node && (
              <Facts title={words.contents} items={node.sections} keyOf={({ number }) => number}>
                {(each) =>
                  `${each.number} ${each.title}${each.pageFrom === null ? "" : ` · ${each.pageFrom}–${each.pageTo ?? ""}`}`
                }
              </Facts>
            )}
            {"observations" in node && <Figures of={node.observations} />}
            <Facts title={words.claims} items={node.claims} keyOf={byPlace}>
              {(each) => (
                <>
                  {each.property}: {each.value} <Citations of={each.citations} />
                  <span className="note"> {each.note}</span>
                </>
              )}
            </Facts>
          </article>
        );
      }}
    </Answered>
  );
}

function Names({
  title,
  of,
}: {
  readonly title: string;
  readonly of: NamedFragment | readonly NamedFragment[] | null;
}) {
  return (
    <Facts title={title} items={[of ?? []].flat()} keyOf={({ id }) => id}>
      {(each) => <Named node={each} />}
    </Facts>
  );
}

function Figures({ of: { nodes, totalCount } }: { readonly of: FiguresFragment }) {
  const words = useWords();
  return (
    <Facts title={`${words.figures} (${totalCount})`} items={nodes} keyOf={({ id }) => id}>
      {(each) => (
        <>
          {each.label}{" "}
          {[each.organization, each.place, each.sector]
            .filter((other) => other !== null)
            .map((other) => (
              <Fragment key={other.id}>
                · <Named node={other} />{" "}
              </Fragment>
            ))}
          {each.categories.map(({ dimension, value }) => `· ${dimension}: ${value} `).join("")}
          <Certain certainty={each.certainty} /> <Citations of={each.citations} />
        </>
      )}
    </Facts>
  );
}
