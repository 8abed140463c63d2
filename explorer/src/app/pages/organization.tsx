import { Link } from "wouter";
import { useAnswer } from "../ask.js";
import { type LinkFragment, OrganizationPageDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { WorkforceChart } from "../parts/charts-later.js";
import { Certain, Citations, Facts, Named, Span, useTerm } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";
import { YearSlider, presentOf, useYear } from "../parts/year.js";
import { NotFoundPage } from "./not-found.js";

/** How one came out of another. */
function How({ link }: { readonly link: LinkFragment }) {
  const term = useTerm();
  return (
    <>
      <span className={`mechanism ${link.mechanism}`}>{term(link.mechanism)}</span> {link.date?.text}{" "}
      {link.through !== null && (
        <>
          (<Named node={link.through} />){" "}
        </>
      )}
      <Certain certainty={link.certainty} /> <Citations of={link.citations} />
      {link.note !== null && <p className="note">{link.note}</p>}
    </>
  );
}

const byPlace = (_item: unknown, index: number): string => String(index);

export function OrganizationPage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords();
  const term = useTerm();
  const [year] = useYear();
  const query = useAnswer(OrganizationPageDocument, { id, at: year === null ? null : String(year), language });
  usePageTitle(query.data?.organization?.label ?? id);
  return (
    <Answered query={query}>
      {({ organization, sources }) => {
        if (organization === null) return <NotFoundPage />;
        const { existence } = organization;
        const present = presentOf(sources);
        const from = Math.min(existence.start?.earliestYear ?? present - 100, present - 15);
        return (
          <article>
            <h1>{organization.title}</h1>
            <p className="lead">
              {organization.town !== null && (
                <>
                  <Link href={`/${organization.town.id}`}>{organization.town.name}</Link> ·{" "}
                </>
              )}
              <Span of={existence} /> <Citations of={organization.citations} />
            </p>
            <p>{organization.summary}</p>
            {(organization.origins.length > 0 || organization.offshoots.nodes.length > 0) && (
              <p>
                <Link href={`/lineage/${id}`} className="button">
                  {words.showLineage}
                </Link>
              </p>
            )}
            <YearSlider from={from} to={present} />
            <div className="columns">
              {(organization.names.length > 1 || organization.aliases.length > 0) && (
                <Facts title={words.names} items={organization.names} keyOf={byPlace}>
                  {(each) => (
                    <>
                      {each.name} <Span of={each.period} /> <Certain certainty={each.certainty} />{" "}
                      <Citations of={each.citations} />
                    </>
                  )}
                </Facts>
              )}
              {organization.aliases.length > 0 && (
                <Facts title={words.alsoWritten} items={organization.aliases} keyOf={(alias) => alias}>
                  {(alias) => alias}
                </Facts>
              )}
              {"unitOf" in organization && organization.unitOf != null && (
                <Facts title={words.partOf} items={[organization.unitOf]} keyOf={(each) => each.id}>
                  {(each) => <Named node={each} />}
                </Facts>
              )}
              <Facts title={words.origins} items={organization.origins} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.predecessor} /> <How link={each} />
                  </>
                )}
              </Facts>
              <Facts title={words.offshoots} items={organization.offshoots.nodes} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.successor} /> <How link={each} />
                  </>
                )}
              </Facts>
              <Facts title={words.owners} items={organization.owners} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.owner} /> {each.share !== null && `${each.share} %`}
                    {each.share === null && each.shareAtLeast !== null && `≥ ${each.shareAtLeast} %`}{" "}
                    <Span of={each.period} /> {each.observedAt !== null && `(${words.seen} ${each.observedAt})`}{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                    {each.note !== null && <p className="note">{each.note}</p>}
                  </>
                )}
              </Facts>
              <Facts title={words.holdings} items={organization.holdings.nodes} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.owned} /> {each.share !== null && `${each.share} %`} <Span of={each.period} />{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.workforce} items={organization.workforce} keyOf={(each) => each.id}>
                {(each) => (
                  <>
                    <Span of={each.period} />: {each.valueText ?? each.value ?? each.valueAtLeast ?? each.valueAtMost}{" "}
                    {each.unit} <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                    {each.definition !== null && <p className="note">{each.definition}</p>}
                  </>
                )}
              </Facts>
              {organization.workforce.length > 1 && <WorkforceChart workforce={organization.workforce} />}
              <Facts title={words.people} items={organization.people} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.person} />, {each.role} <Span of={each.period} />{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.products} items={organization.products} keyOf={(each) => each}>
                {(each) => each}
              </Facts>
              <Facts title={words.customers} items={organization.customers} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.customer} /> {each.what} <Span of={each.period} />{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.suppliers} items={organization.suppliers} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.supplier} /> {each.what} <Span of={each.period} />{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.partners} items={organization.collaborations} keyOf={byPlace}>
                {(each) => (
                  <>
                    {each.parties
                      .filter((party) => party.id !== id)
                      .map((party, index) => (
                        <span key={party.id}>
                          {index > 0 && ", "}
                          <Named node={party} />
                        </span>
                      ))}{" "}
                    {each.about} <Span of={each.period} /> <Certain certainty={each.certainty} />{" "}
                    <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.memberships} items={organization.memberships} keyOf={byPlace}>
                {(each) => (
                  <>
                    <Named node={each.body} /> <Span of={each.period} /> <Certain certainty={each.certainty} />{" "}
                    <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.locations} items={organization.locations} keyOf={byPlace}>
                {(each) => (
                  <>
                    {each.place.name} {each.use !== null && `(${term(each.use)})`} <Span of={each.period} />{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </>
                )}
              </Facts>
              <Facts title={words.units} items={organization.units} keyOf={(each) => each.id}>
                {(each) => <Named node={each} />}
              </Facts>
              {"members" in organization && (
                <Facts title={words.members} items={organization.members} keyOf={(each) => each.id}>
                  {(each) => <Named node={each} />}
                </Facts>
              )}
              <Facts title={words.claims} items={organization.claims} keyOf={byPlace}>
                {(each) => (
                  <>
                    {each.property}: {each.value} {each.rank === "PREFERRED" && <em>{words.preferred}</em>}{" "}
                    <Citations of={each.citations} />
                    {each.note !== null && <p className="note">{each.note}</p>}
                  </>
                )}
              </Facts>
            </div>
          </article>
        );
      }}
    </Answered>
  );
}
