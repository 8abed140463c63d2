import { useSearchParams } from "wouter";
import { useAnswer } from "../ask.js";
import { CompareDocument } from "../generated.js";
import { useLanguage, useWords } from "../language.js";
import { Answered } from "../parts/answered.js";
import { ChangeChart } from "../parts/charts-later.js";
import { Citations, Facts } from "../parts/facts.js";
import { usePageTitle } from "../parts/page-title.js";

// What the sources themselves compare in a table of their own.
const compared = { measure: "employment", from: "1997", to: "2005" };

/** The towns' industries by a measure at two dates, as the source's own table has it; others may be in the address. */
export function ComparePage() {
  const { language } = useLanguage();
  const words = useWords();
  const [parameters] = useSearchParams();
  const { measure, from, to } = { ...compared, ...Object.fromEntries(parameters) };
  const query = useAnswer(CompareDocument, { measure, from, to, language });
  usePageTitle(words.compare);
  return (
    <Answered query={query}>
      {({ compareTowns }) => {
        const table = compareTowns?.table ?? null;
        const places = compareTowns?.rows[0]?.cells.map(({ place }) => place) ?? [];
        return (
          <>
            <h1>{words.compareTitle(from, to)}</h1>
            {table !== null && (
              <p className="lead">
                {table.title} <Citations of={table.citations} />
              </p>
            )}
            <ChangeChart rows={compareTowns?.rows ?? []} />
            <div className="scrolling" tabIndex={0} role="group" aria-label={words.compare}>
              <table className="compared">
                <thead>
                  <tr>
                    <td />
                    {places.map((place) => (
                      <th key={place.id} scope="col" colSpan={3}>
                        {place.label}
                      </th>
                    ))}
                  </tr>
                  <tr>
                    <td />
                    {places.map((place) => [
                      <th key={`${place.id} from`} scope="col">
                        {from}
                      </th>,
                      <th key={`${place.id} to`} scope="col">
                        {to}
                      </th>,
                      <th key={`${place.id} index`} scope="col">
                        {words.index}
                      </th>,
                    ])}
                  </tr>
                </thead>
                <tbody>
                  {compareTowns?.rows.map((row) => (
                    <tr key={row.label}>
                      <th scope="row">{row.sector?.name ?? row.label}</th>
                      {row.cells.map((cell) => [
                        <td key={`${cell.place.id} from`}>{cell.from?.value ?? "–"}</td>,
                        <td key={`${cell.place.id} to`}>{cell.to?.value ?? "–"}</td>,
                        <td
                          key={`${cell.place.id} index`}
                          className={cell.index === null ? "none" : cell.index >= 100 ? "more" : "less"}
                          title={cell.missing ?? undefined}
                        >
                          {cell.index ?? "–"}
                          {cell.definitionsDiffer && <abbr title={words.definitionsDiffer}>*</abbr>}
                        </td>,
                      ])}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            <p className="note">{table?.definition}</p>
            <Facts title={words.breaks} items={table?.breaks ?? []} keyOf={(each) => each}>
              {(each) => each}
            </Facts>
            <Facts title={words.claims} items={table?.claims ?? []} keyOf={(_each, index) => String(index)}>
              {(each) => (
                <>
                  {each.property}: {each.value} <Citations of={each.citations} />
                  <span className="note"> {each.note}</span>
                </>
              )}
            </Facts>
          </>
        );
      }}
    </Answered>
  );
}
