import { useMemo, useState } from "react";
import { Link } from "wouter";
import { useAnswer } from "../ask.js";
import { FamilyDocument, type RelativeFragment } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Certain, Citations, Named, Span, useTerm } from "../parts/facts.js";
import { type Chosen, LineageDiagram } from "../parts/lineage-diagram.js";
import { Exports } from "../parts/exports.js";
import { usePageTitle } from "../parts/page-title.js";
import { YearSlider, presentOf, useYear } from "../parts/year.js";
import { NotFoundPage } from "./not-found.js";

export function LineagePage({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const words = useWords();
  const query = useAnswer(FamilyDocument, { id, language });
  usePageTitle(query.data?.organization == null ? id : `${words.lineage}: ${query.data.organization.label}`);
  return (
    <Answered query={query}>
      {({ organization, sources }) => {
        if (organization === null) return <NotFoundPage />;
        const members = new Map<string, RelativeFragment>();
        for (const each of [
          organization,
          ...(organization.ancestors?.nodes ?? []),
          ...(organization.descendants?.nodes ?? []),
        ])
          members.set(each.id, each);
        return (
          <article>
            <h1>
              {words.lineage}: <Named node={organization} />
            </h1>
            {members.size > 1 && (
              <p className="note">
                {words.takeAway}:{" "}
                <Exports
                  of={{
                    SVG: `${id}.svg`,
                    Mermaid: `${id}.mmd`,
                    DOT: `${id}.dot`,
                    GEXF: `${id}.gexf`,
                    GraphML: `${id}.graphml`,
                    "JSON-LD": `${id}.jsonld`,
                  }}
                />
              </p>
            )}
            {members.size === 1 ? (
              <p>{words.nothingBefore}</p>
            ) : (
              <Family focus={id} members={[...members.values()]} present={presentOf(sources)} />
            )}
          </article>
        );
      }}
    </Answered>
  );
}

interface FamilyProps {
  readonly focus: string;
  readonly members: readonly RelativeFragment[];
  readonly present: number;
}

function Family({ focus, members, present }: FamilyProps) {
  const words = useWords();
  const term = useTerm();
  const [year] = useYear();
  const [mechanism, setMechanism] = useState("");
  const [continuity, setContinuity] = useState("");
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(null);
  const mechanisms = [...new Set(members.flatMap(({ origins }) => origins.map((each) => each.mechanism)))].toSorted();
  const continuities = [
    ...new Set(members.flatMap(({ origins }) => origins.flatMap((each) => each.continuity))),
  ].toSorted();
  const shown = useMemo(() => {
    const filtered = members
      .filter(({ id, __typename }) => all || id === focus || __typename === "Firm" || __typename === "Institution")
      .map((member) => ({
        ...member,
        origins: member.origins.filter(
          (each) =>
            (mechanism === "" || each.mechanism === mechanism) &&
            (continuity === "" || each.continuity.some((what) => what === continuity)),
        ),
      }));
    if (mechanism === "" && continuity === "") return filtered;
    const linked = new Set([
      focus,
      ...filtered.flatMap(({ id, origins }) => origins.flatMap(({ predecessor }) => [id, predecessor.id])),
    ]);
    return filtered.filter(({ id }) => linked.has(id));
  }, [members, all, focus, mechanism, continuity]);
  const years = members.flatMap(({ existence }) => existence.start?.earliestYear ?? []);
  return (
    <>
      <div className="controls">
        <YearSlider from={Math.min(...years, present - 50)} to={present} />
        <Choice
          {...{ label: words.mechanism, all: words.allMechanisms, options: mechanisms }}
          onChoose={setMechanism}
        />
        <Choice
          {...{ label: words.continuity, all: words.allContinuities, options: continuities }}
          onChoose={setContinuity}
        />
        <label>
          <input
            type="checkbox"
            checked={all}
            onChange={({ target }) => {
              setAll(target.checked);
            }}
          />{" "}
          {words.groupsAndUnits}
        </label>
      </div>
      <LineageDiagram members={shown} present={present} focus={focus} year={year} onChoose={setChosen} />
      <aside className="evidence" aria-live="polite">
        <h2>{words.evidence}</h2>
        <Evidence of={chosen} />
      </aside>
      <details>
        <summary>{words.asList}</summary>
        <ul>
          {shown.map((member) => (
            <li key={member.id}>
              <Named node={member} /> <Span of={member.existence} />
              <ul>
                {member.origins.map((each, index) => (
                  <li key={index}>
                    {words.from} <Named node={each.predecessor} />, {term(each.mechanism)} {each.date?.text}{" "}
                    <Certain certainty={each.certainty} /> <Citations of={each.citations} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly string[];
  readonly onChoose: (option: string) => void;
}

/** Chooses a term of a closed list, or none of them: an empty string. */
function Choice({ label, all, options, onChoose }: ChoiceProps) {
  const term = useTerm();
  return (
    <label>
      {label}{" "}
      <select
        onChange={({ target }) => {
          onChoose(target.value);
        }}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {term(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Evidence({ of }: { readonly of: Chosen }) {
  const words = useWords();
  const term = useTerm();
  if (of === null) return <p>{words.evidenceHint}</p>;
  if ("branch" in of) {
    const { from, to, descent } = of.branch;
    return (
      <p>
        <Named node={from.member} /> → <Named node={to.member} />: {term(descent.mechanism)} {descent.date?.text}{" "}
        {descent.continuity.length > 0 && `(${descent.continuity.map(term).join(", ")})`}{" "}
        <Certain certainty={descent.certainty} /> <Citations of={descent.citations} />
        <span className="note"> {descent.note}</span>
      </p>
    );
  }
  const { member } = of.lane;
  return (
    <>
      <p>
        <Named node={member} /> <Span of={member.existence} /> <Citations of={member.citations} /> ·{" "}
        <Link href={`/lineage/${member.id}`}>{words.lineage}</Link>
      </p>
      {member.owners.length > 0 && (
        <ul>
          {member.owners.map((each, index) => (
            <li key={index}>
              <Named node={each.owner} /> {each.share !== null && `${each.share} %`} <Span of={each.period} />{" "}
              {each.observedAt !== null && `(${words.seen} ${each.observedAt})`} <Certain certainty={each.certainty} />{" "}
              <Citations of={each.citations} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
