import { yearOf } from "../domain/day.js";
import { labelOf } from "../domain/label.js";
import { type Language } from "../domain/language.js";
import type { Relative } from "../domain/lineage-layout.js";
import type { Descent } from "../domain/lineage.js";
import type { Organization } from "../domain/organization.js";
import type { HistoricalDate } from "../domain/historical-date.js";
import type { Family } from "../knowledge/subgraph.js";

/** A member of a family, as the layout takes it. */
export interface Drawn extends Relative {
  readonly organization: Organization;
  readonly origins: readonly {
    readonly descent: Descent;
    readonly date: { readonly earliestYear: number | null; readonly latestYear: number | null } | null;
    readonly predecessor: { readonly id: string };
  }[];
}

/** What of a family is drawn: its firms and institutions, and the one that it is the family of. */
export function drawn({ focus, members, descents }: Family, language: Language): readonly Drawn[] {
  const shown = members.filter(({ id, kind }) => id === focus.id || kind === "FIRM" || kind === "INSTITUTION");
  const ids = new Set(shown.map(({ id }) => id));
  return shown.map((organization) => ({
    organization,
    id: organization.id,
    label: labelOf(organization, language),
    existence: {
      edtf: organization.existence.edtf,
      start: yearsOf(organization.existence.start),
      end: yearsOf(organization.existence.end),
    },
    owners: [],
    origins: eachOnce(descents)
      .filter(({ successor, predecessor }) => successor === organization.id && ids.has(predecessor))
      .map((descent) => ({ descent, date: yearsOf(descent.date), predecessor: { id: descent.predecessor } })),
  }));
}

/** What several units went by from one to another, at once and alike, is one line. */
function eachOnce(descents: readonly Descent[]): Descent[] {
  const lines = descents.map((descent) => {
    const { predecessor, successor, mechanism, date, certainty } = descent;
    return [JSON.stringify([predecessor, successor, mechanism, date?.edtf, certainty]), descent] as const;
  });
  return [...new Map(lines).values()];
}

function yearsOf(date: HistoricalDate | null) {
  return date === null ? null : { earliestYear: yearOf(date.earliest), latestYear: yearOf(date.latest) };
}

/** `DIVISION_SPLIT` as `division split`. */
export function inWords(term: string): string {
  return term.toLowerCase().replaceAll("_", " ");
}
