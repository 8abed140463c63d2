import edtf from "edtf";
import { type Day, dayOf, dayOfTime, yearOf } from "./day.js";
import { Language } from "./language.js";

/**
 * A date as precise as its source, by the part of EDTF (ISO 8601-2:2019, level 1) that the graph takes:
 * `1987`, `1987-06`, `1987-06-02`, `198X`, `18XX`, each with `~`, `?` or `%`, or two of them with a slash,
 * which means some time within.
 */
export interface HistoricalDate {
  readonly edtf: string;
  /** The first day on which it may have been. */
  readonly earliest: Day;
  /** The last day on which it may have been. */
  readonly latest: Day;
  /** Marked `?` or `%`: the source doubts it, and nothing that rests on it is more than `POSSIBLY`. */
  readonly uncertain: boolean;
}

/** Text that is not a date or period of the graph. The message says what was expected and what came. */
export class EdtfError extends Error {
  constructor(expected: string, came: string) {
    super(`expected ${expected}; got ${JSON.stringify(came)}`);
    this.name = "EdtfError";
  }
}

export const dateForms = "an EDTF date such as 1987, 1987-06, 1987-06-02, 198X or 18XX, with ~, ? or % if need be";

const pattern = /^(?<bare>\d{4}(?:-\d{2}(?:-\d{2})?)?|\d{3}X|\d{2}XX)(?<qualifier>[~?%]?)$/;
const seasons = /^\d{4}-(?:2[1-9]|3\d|4[01])/;

interface Parts {
  readonly bare: string;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

function partsOf(text: string): Parts {
  const match = pattern.exec(text);
  const bare = match?.groups?.["bare"];
  if (bare === undefined || seasons.test(bare)) throw new EdtfError(dateForms, text);
  const qualifier = match?.groups?.["qualifier"] ?? "";
  return {
    bare,
    approximate: qualifier === "~" || qualifier === "%",
    uncertain: qualifier === "?" || qualifier === "%",
  };
}

/** `~` widens by two units of the date's own precision: `1980~` is 1978 to 1982, `198X~` 1960 to 2009. */
function widened(bare: string): { earliest: Day; latest: Day } {
  if (bare.endsWith("X")) {
    const unit = bare.endsWith("XX") ? 100 : 10;
    const first = Number(bare.replaceAll("X", "0"));
    return { earliest: dayOf(first - 2 * unit, 1, 1), latest: dayOf(first + 3 * unit - 1, 12, 31) };
  }
  const [year = 0, month, day] = bare.split("-").map(Number);
  if (month === undefined) return { earliest: dayOf(year - 2, 1, 1), latest: dayOf(year + 2, 12, 31) };
  if (day === undefined) return { earliest: dayOf(year, month - 2, 1), latest: dayOf(year, month + 3, 0) };
  return { earliest: dayOf(year, month, day - 2), latest: dayOf(year, month, day + 2) };
}

/** The parser's grammar takes a tenth of a millisecond a date, and a graph has few different ones. */
const known = new Map<string, HistoricalDate>();
const knownAtMost = 10_000;

function parseSingle(text: string): HistoricalDate {
  const parsed = known.get(text) ?? parseAnew(text);
  if (known.size === knownAtMost) known.clear();
  known.set(text, parsed);
  return parsed;
}

function parseAnew(text: string): HistoricalDate {
  const { bare, approximate, uncertain } = partsOf(text);
  let parsed;
  try {
    parsed = edtf(bare);
  } catch {
    throw new EdtfError(dateForms, text);
  }
  if (approximate) return { edtf: text, ...widened(bare), uncertain };
  return { edtf: text, earliest: dayOfTime(parsed.min), latest: dayOfTime(parsed.max), uncertain };
}

/**
 * Parses a date; `1957/1959` is one day or span of days within those years.
 * @throws {EdtfError} for anything else, a season, a time of day or an open end included.
 */
export function parseDate(text: string): HistoricalDate {
  const [first = "", last, ...more] = text.split("/");
  if (last === undefined) return parseSingle(first);
  if (more.length > 0) throw new EdtfError(dateForms, text);
  const [from, to] = [parseEnd(first, text), parseEnd(last, text)];
  if (to.latest < from.earliest) throw new EdtfError("a range whose end is not before its start", text);
  return { edtf: text, earliest: from.earliest, latest: to.latest, uncertain: from.uncertain || to.uncertain };
}

/** An end of a range; what is refused is the range. */
function parseEnd(end: string, range: string): HistoricalDate {
  try {
    return parseSingle(end);
  } catch {
    throw new EdtfError(dateForms, range);
  }
}

export function earliestYear(date: HistoricalDate): number | null {
  return yearOf(date.earliest);
}

export function latestYear(date: HistoricalDate): number | null {
  return yearOf(date.latest);
}

const monthNames: Readonly<Record<Language, readonly string[]>> = {
  EN: "January February March April May June July August September October November December".split(" "),
  NB: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
};

function singleInWords(text: string, language: Language): string {
  const { bare, approximate, uncertain } = partsOf(text);
  const english = language === Language.EN;
  const [year = "", month, day] = bare.split("-");
  let words = year;
  if (bare.endsWith("X")) {
    const round = bare.replaceAll("X", "0");
    words = english ? `the ${round}s` : bare.endsWith("XX") ? `${round}-tallet` : `${round}-årene`;
  } else if (month !== undefined) {
    const name = monthNames[language][Number(month) - 1] ?? month;
    words = day === undefined ? `${name} ${year}` : `${Number(day)}${english ? "" : "."} ${name} ${year}`;
  }
  if (approximate) words = `${english ? "about" : "omkring"} ${words}`;
  return uncertain ? `${words} (${english ? "uncertain" : "usikkert"})` : words;
}

/** The date as a person would write it: `about 1980`, `the 1980s`, `2. juni 1987`. */
export function dateInWords(date: HistoricalDate, language: Language): string {
  const [first = "", last] = date.edtf.split("/").map((end) => singleInWords(end, language));
  if (last === undefined) return first;
  return language === Language.EN ? `between ${first} and ${last}` : `mellom ${first} og ${last}`;
}
