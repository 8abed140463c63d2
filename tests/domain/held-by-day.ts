import type { HistoricalDate } from "../../src/domain/historical-date.js";
import type { Interval, Period } from "../../src/domain/period.js";
import type { Truth } from "../../src/domain/truth.js";

// An oracle that reckons in whole histories. A history is a first and a last day that a thing may have had, given what
// is said of it; a question has the answer YES where it is so in all histories, NO where in none. It knows nothing of
// bounds: it tries every day of a small calendar, which no end of a test's dates comes near.

export interface Said {
  readonly period: Period;
  readonly observed: readonly Interval[];
}

interface History {
  readonly first: number;
  readonly last: number;
}

const within = (date: HistoricalDate, seen: Interval): boolean =>
  seen.first <= date.earliest && date.latest <= seen.last;

/** All histories in the calendar from `dawn` to `dusk` that agree with what is said. */
export function histories({ period, observed }: Said, dawn: number, dusk: number): History[] {
  const found: History[] = [];
  for (let first = dawn; first <= dusk; first++) {
    if (period.start !== null && (first < period.start.earliest || period.start.latest < first)) continue;
    if (period.openStart && first !== dawn) continue;
    for (let last = first; last <= dusk; last++) {
      if (period.end !== null && (last < period.end.earliest || period.end.latest < last)) continue;
      if (period.openEnd && last !== dusk) continue;
      const agrees = observed.every((seen) => {
        const begins = period.start !== null && within(period.start, seen);
        const ends = period.end !== null && within(period.end, seen);
        return (begins || first <= seen.first) && (ends || seen.last <= last);
      });
      if (agrees) found.push({ first, last });
    }
  }
  return found;
}

function truthOf(answers: readonly boolean[]): Truth {
  if (answers.length === 0) throw new Error("expected a history; nothing agrees with what is said");
  if (answers.every(Boolean)) return "YES";
  return answers.some(Boolean) ? "POSSIBLY" : "NO";
}

/** Held throughout, in all histories; `NO` where none so much as meets the days asked for. */
export function heldInAll(all: readonly History[], at: Interval): Truth {
  const meeting = all.some(({ first, last }) => first <= at.last && at.first <= last);
  if (!meeting) return "NO";
  return all.every(({ first, last }) => first <= at.first && at.last <= last) ? "YES" : "POSSIBLY";
}

export function touchedInAll(all: readonly History[], during: Interval): Truth {
  return truthOf(all.map(({ first, last }) => first <= during.last && during.first <= last));
}
