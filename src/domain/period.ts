import { AFTER_ALL, BEFORE_ALL, type Day } from "./day.js";
import { EdtfError, type HistoricalDate, dateForms, parseDate } from "./historical-date.js";
import { Truth } from "./truth.js";

/** A span of days without gaps, both ends included: what a question about time is asked of. */
export interface Interval {
  readonly first: Day;
  readonly last: Day;
  /** Some part of it is marked `?` or `%`: no answer is more than `POSSIBLY`. */
  readonly uncertain: boolean;
}

/**
 * Something with a start and an end, each a date as vague as its source. In EDTF an end is left out where it is
 * unknown (`1995/`) and written `..` where it is open: the thing goes on (`1995/..`).
 */
export interface Period {
  readonly edtf: string;
  /** Null where the start is unknown or open. */
  readonly start: HistoricalDate | null;
  /** Null where the end is unknown or open. */
  readonly end: HistoricalDate | null;
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

const periodForms = "an EDTF period such as 1987/2001, 1995/.. (open end), 1995/ (unknown end), ../1814 or /";

/**
 * @throws {EdtfError} for a date without a slash (a thing that held in 1987 is `1987/1987`), or an end before its start.
 */
export function parsePeriod(text: string): Period {
  const [first, last, ...more] = text.split("/");
  if (first === undefined || last === undefined || more.length > 0) throw new EdtfError(periodForms, text);
  const start = endOf(first, text);
  const end = endOf(last, text);
  if (start !== null && end !== null && end.latest < start.earliest) {
    throw new EdtfError("a period whose end is not before its start", text);
  }
  return { edtf: text, start, end, openStart: first === "..", openEnd: last === ".." };
}

function endOf(text: string, period: string): HistoricalDate | null {
  if (text === "" || text === "..") return null;
  try {
    return parseDate(text);
  } catch (error) {
    throw error instanceof EdtfError ? new EdtfError(periodForms, period) : error;
  }
}

/** The period of something that has one, and of something that the source does not date at all. */
export const undated: Period = { edtf: "/", start: null, end: null, openStart: false, openEnd: false };

/**
 * The days that a question names: a date or a period; ends that are open or unknown reach as far as days go.
 * @throws {EdtfError}
 */
export function parseInterval(text: string): Interval {
  if (!text.includes("/")) return intervalOf(parseSingleDate(text));
  const { start, end } = parsePeriod(text);
  return {
    // One day inside the sentinels: what never ends has not ended within `1995/..`.
    first: start?.earliest ?? BEFORE_ALL + 1,
    last: end?.latest ?? AFTER_ALL - 1,
    uncertain: (start?.uncertain ?? false) || (end?.uncertain ?? false),
  };
}

function parseSingleDate(text: string): HistoricalDate {
  try {
    return parseDate(text);
  } catch (error) {
    throw error instanceof EdtfError ? new EdtfError(`${dateForms}, or ${periodForms}`, text) : error;
  }
}

export function intervalOf(date: HistoricalDate): Interval {
  return { first: date.earliest, last: date.latest, uncertain: date.uncertain };
}

/**
 * What the graph keeps of a period, as integers, so that engines can compare: when it began and ended at the
 * earliest and the latest, and from when until when it certainly held (`heldFrom` after `heldTo` where there is no
 * such time). Without observations and doubts, `heldFrom` is `startLatest` and `heldTo` is `endEarliest`.
 */
export interface Bounds {
  readonly startEarliest: Day;
  readonly startLatest: Day;
  readonly endEarliest: Day;
  readonly endLatest: Day;
  readonly heldFrom: Day;
  readonly heldTo: Day;
  readonly startUncertain: boolean;
  readonly endUncertain: boolean;
}

/**
 * The bounds of a period, with what is observed worked in: at each of `observed` the thing was in being throughout,
 * so it began no later and ended no earlier, unless the stated start or end lies within that very observation.
 */
export function boundsOf(period: Period, observed: readonly Interval[] = []): Bounds {
  const startEarliest = period.start?.earliest ?? BEFORE_ALL;
  const endLatest = period.end?.latest ?? AFTER_ALL;
  const startLatest = period.openStart ? BEFORE_ALL : (period.start?.latest ?? endLatest);
  const endEarliest = period.openEnd ? AFTER_ALL : (period.end?.earliest ?? startEarliest);
  const startUncertain = period.start?.uncertain ?? false;
  const endUncertain = period.end?.uncertain ?? false;

  const seenFrom = Math.min(
    AFTER_ALL,
    ...observed.filter((seen) => !lies(period.start, seen) && seen.first >= startEarliest).map((seen) => seen.first),
  );
  const seenTo = Math.max(
    BEFORE_ALL,
    ...observed.filter((seen) => !lies(period.end, seen) && seen.last <= endLatest).map((seen) => seen.last),
  );
  return {
    startEarliest,
    startLatest: Math.min(startLatest, seenFrom),
    endEarliest: Math.max(endEarliest, seenTo),
    endLatest,
    heldFrom: Math.min(startUncertain ? AFTER_ALL : startLatest, seenFrom),
    heldTo: Math.max(endUncertain ? BEFORE_ALL : endEarliest, seenTo),
    startUncertain,
    endUncertain,
  };
}

/**
 * The bounds of something that holds at most while other things are there, as a relation while its ends are. Only what
 * is open is narrowed: stated dates stay, and a dataset's rules see to it that they fit.
 */
export function limitedTo(bounds: Bounds, others: readonly Bounds[]): Bounds {
  const starts = others.map(({ startEarliest }) => startEarliest);
  const ends = others.map(({ endLatest }) => endLatest);
  return {
    ...bounds,
    startEarliest: Math.min(Math.max(bounds.startEarliest, ...starts), bounds.startLatest),
    endLatest: Math.max(Math.min(bounds.endLatest, ...ends), bounds.endEarliest),
  };
}

function lies(date: HistoricalDate | null, within: Interval): boolean {
  return date !== null && within.first <= date.earliest && date.latest <= within.last;
}

/** `at`: did it hold throughout the interval? */
export function held(bounds: Bounds, at: Interval): Truth {
  if (bounds.endLatest < at.first || at.last < bounds.startEarliest) return Truth.NO;
  const certainly = bounds.heldFrom <= at.first && at.last <= bounds.heldTo;
  return certainly && !at.uncertain ? Truth.YES : Truth.POSSIBLY;
}

/** `during`: did it have a day in common with the interval? */
export function touched(bounds: Bounds, during: Interval): Truth {
  if (bounds.endLatest < during.first || during.last < bounds.startEarliest) return Truth.NO;
  const certainly = bounds.heldFrom <= during.last && during.first <= bounds.heldTo;
  return certainly && !during.uncertain ? Truth.YES : Truth.POSSIBLY;
}

/** Did something that happened on a day of `date` happen within the interval? */
export function happened(date: Interval, during: Interval): Truth {
  if (date.last < during.first || during.last < date.first) return Truth.NO;
  const certainly = during.first <= date.first && date.last <= during.last;
  return certainly && !date.uncertain && !during.uncertain ? Truth.YES : Truth.POSSIBLY;
}

/** A period together with what is known of it beside its two dates. */
export interface KnownPeriod extends Period {
  readonly bounds: Bounds;
}

/** What certainly held from the first day to the last, such as the year that a table is of. */
export function throughout({ first, last, uncertain }: Interval): Bounds {
  return {
    startEarliest: first,
    startLatest: first,
    endEarliest: last,
    endLatest: last,
    heldFrom: uncertain ? AFTER_ALL : first,
    heldTo: uncertain ? BEFORE_ALL : last,
    startUncertain: uncertain,
    endUncertain: uncertain,
  };
}
