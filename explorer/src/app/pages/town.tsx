import { Link } from "wouter";
import { useAnswer } from "../ask.js";
import { TownPageDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { TownChart } from "../parts/charts-later.js";
import { Certain, Citations, Named, Span, useTerm } from "../parts/facts.js";
import { presentOf } from "../parts/year.js";
import { usePageTitle } from "../parts/page-title.js";
import { NotFoundPage } from "./not-found.js";

export function TownPage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords();
  const term = useTerm();
  const query = useAnswer(TownPageDocument, { id, language });
  usePageTitle(query.data?.town?.name ?? id);
  return (
    <Answered query={query}>
      {({ town, sources }) => {
        if (town === null) return <NotFoundPage />;
        const divisions = Map.groupBy(town.phases, ({ division }) => division);
        const firms = town.organizations.nodes.filter(({ __typename }) => __typename === "Firm");
        const origins = Map.groupBy(firms, ({ origins: [first] }) => first?.mechanism ?? null);
        return (
          <article>
            <h1>{town.name}</h1>
            <p className="lead">{town.summary}</p>
            <h2>{words.phases}</h2>
            <TownChart present={presentOf(sources)} phases={town.phases} timeline={town.timeline} />
            {[...divisions].map(([division, phases]) => (
              <section key={division} className="division">
                <h3>{division}</h3>
                <ol>
                  {phases.map((phase) => (
                    <li key={phase.id}>
                      <Link href={`/${phase.id}`}>{phase.name}</Link> <Span of={phase.period} />{" "}
                      <Citations of={phase.citations} />
                      {phase.drivers.length > 0 && <p className="note">{phase.drivers.join("; ")}</p>}
                    </li>
                  ))}
                </ol>
              </section>
            ))}
            <h2>{words.byOrigin}</h2>
            <dl className="origins">
              {[...origins].map(([mechanism, members]) => (
                <div key={mechanism ?? ""}>
                  <dt>
                    {mechanism === null ? words.originUnknown : term(mechanism)} ({members.length})
                  </dt>
                  <dd>
                    {members.map((each, index) => (
                      <span key={each.id}>
                        {index > 0 && ", "}
                        <Named node={each} />
                        {each.origins[0] !== undefined && (
                          <>
                            {" "}
                            ({words.from} <Named node={each.origins[0].predecessor} />)
                          </>
                        )}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            <h2>{words.timeline}</h2>
            <ol className="timeline">
              {town.timeline.nodes.map((event) => (
                <li key={event.id}>
                  <span className="date">{event.date?.text ?? words.undated}</span>{" "}
                  <Link href={`/${event.id}`}>{event.title}</Link> <Certain certainty={event.certainty} />{" "}
                  <Citations of={event.citations} />
                </li>
              ))}
            </ol>
          </article>
        );
      }}
    </Answered>
  );
}
