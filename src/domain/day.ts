/** A day, counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar. */
export type Day = number;

/**
 * Stand for "never begun" and "never ends". Integers, as infinities are no graph values; far beyond any
 * calendar day (10^9 days are 2.7 million years), so that every comparison needs no special case.
 */
export const BEFORE_ALL: Day = -1_000_000_000;
export const AFTER_ALL: Day = 1_000_000_000;

const millisecondsPerDay = 86_400_000;

export function dayOfTime(milliseconds: number): Day {
  return Math.floor(milliseconds / millisecondsPerDay);
}

/** The day of a calendar date; `month` counts from 1 and may run over, as may `day`. */
export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return dayOfTime(date.getTime());
}

/** The calendar year of a day; null for the two sentinels. */
export function yearOf(day: Day): number | null {
  if (day <= BEFORE_ALL || day >= AFTER_ALL) return null;
  return new Date(day * millisecondsPerDay).getUTCFullYear();
}
