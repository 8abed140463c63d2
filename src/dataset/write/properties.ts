import { Certainty } from "../../domain/certainty.js";
import { type Citation, locator, parseLocator, placesInSource } from "../../domain/citation.js";
import { AFTER_ALL, BEFORE_ALL } from "../../domain/day.js";
import { parseDate } from "../../domain/historical-date.js";
import type { LocalizedList, LocalizedText } from "../../domain/language.js";
import {
  type Bounds,
  boundsOf,
  intervalOf,
  limitedTo,
  parseInterval,
  parsePeriod,
  undated,
} from "../../domain/period.js";
import type { Parameters } from "../../graph/graph.js";

/** What a record becomes in the graph: `knowledge/properties.ts` reads the same names back. */
export type Properties = Parameters;

type Given = Readonly<Record<string, Parameters[string] | undefined>>;

/** What a node or link holds. */
export interface Stored {
  /** Stands in answers: whatever JSON holds. */
  readonly shown?: Readonly<Record<string, unknown>> | undefined;
  /** Is what statements find, filter or sort by, or an engine's users look at. */
  readonly asked?: Given | undefined;
  /** Stands in answers, and statements ask by it. */
  readonly both?: Given | undefined;
  /** The names of those that nearly all answers show, which can be read without the others. */
  readonly first?: readonly string[] | undefined;
}

/**
 * As properties what is asked by, and as one text what stands in answers: engines hand over a text many times sooner
 * than as many properties (decision 14).
 */
export function stored({ shown, asked, both, first = [] }: Stored): Properties {
  const all = withoutNothing({ ...both, ...shown });
  return { ...compact({ ...both, ...asked }), record: first.length === 0 ? JSON.stringify(all) : inLines(all, first) };
}

/** Two lines of JSON, which `knowledge/properties.ts` reads one after the other. */
function inLines(all: Readonly<Record<string, unknown>>, first: readonly string[]): string {
  const line: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const name in all) (first.includes(name) ? line : rest)[name] = all[name];
  return `${JSON.stringify(line)}\n${JSON.stringify(rest)}`;
}

/** As records leave out what is empty. */
export function withoutNothing(shown: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const present: Record<string, unknown> = {};
  for (const name in shown) {
    const value = shown[name];
    if (isStored(value) && !(Array.isArray(value) && value.length === 0)) present[name] = value;
  }
  return present;
}

function compact(properties: Given): Properties {
  const present: Record<string, Parameters[string]> = {};
  for (const name in properties) if (isStored(properties[name])) present[name] = properties[name];
  return present;
}

/**
 * A property that is not there is what engines read as null, and statements as false: most of what may be true of
 * a register's organizations and links is not, and a load takes a microsecond for each property.
 */
function isStored<Value>(value: Value): value is NonNullable<Value> {
  return value != null && value !== false;
}

interface FactRecord extends Cited {
  readonly certainty: Certainty;
  readonly note?: string | undefined;
}

export function factProperties(record: FactRecord, defaultSource: string): Properties {
  return compact({
    ...certaintyProperties(record.certainty),
    note: record.note,
    citations: citationsOf(record, defaultSource),
  });
}

/** Nearly all is stated, which is left out of records as it is of files. */
export function certaintyProperties(certainty: Certainty): Properties {
  return certainty === Certainty.STATED ? {} : { certainty };
}

export interface Cited {
  readonly cite: string;
  readonly source?: string | undefined;
  readonly statedAt: string;
}

/** Each as `source/nibr-2005-11 p. 86, table 4.2 @horten/history.yaml:12`, once. */
export function citationsOf(record: Cited, defaultSource: string): string[] {
  const cited = parsed(record, defaultSource).map((citation) => `${citation.source} ${locator(citation)}`);
  return [...new Set(cited)].map((text) => `${text} @${record.statedAt}`);
}

/** The sources, pages and tables that a record rests on, to be looked up by any of them. */
export function citedAt(record: Omit<Cited, "statedAt">, defaultSource: string): string[] {
  return [...new Set(parsed(record, defaultSource).flatMap(placesInSource))];
}

function parsed({ cite, source }: Omit<Cited, "statedAt">, defaultSource: string): Citation[] {
  const id = source ?? defaultSource;
  return cite.split(";").map((text) => {
    const citation = parseLocator(text.trim(), id);
    if (citation === null) throw new Error(`expected a locator; got "${text}"`);
    return citation;
  });
}

/** When a relation holds: at most while its ends are there. */
export function boundsWithin(
  record: { period?: string | undefined; observed?: readonly string[] | undefined },
  ends: readonly Bounds[],
): Bounds {
  const period = record.period === undefined ? undated : parsePeriod(record.period);
  return limitedTo(boundsOf(period, record.observed?.map(parseInterval)), ends);
}

/** As a record has them: short, as most of a register's relations have some. `knowledge/properties.ts` reads them. */
export function shownBounds(bounds: Bounds): Properties {
  const { startEarliest, startLatest, endEarliest, endLatest, heldFrom, heldTo, startUncertain, endUncertain } = bounds;
  const days = [startEarliest, startLatest, endEarliest, endLatest, heldFrom, heldTo];
  return { bounds: [...days, Number(startUncertain), Number(endUncertain)] };
}

/** An undated happening may have been on any day. */
export function happeningProperties(date: string | undefined) {
  if (date === undefined) return { dateEarliest: BEFORE_ALL, dateLatest: AFTER_ALL, dateUncertain: false };
  const { first, last, uncertain } = intervalOf(parseDate(date));
  return { dateEarliest: first, dateLatest: last, dateUncertain: uncertain };
}

export function textProperties(name: string, text: LocalizedText | undefined): Properties {
  return compact({ [`${name}Nb`]: text?.nb, [`${name}En`]: text?.en });
}

export function listProperties(name: string, list: LocalizedList | undefined): Properties {
  return compact({ [`${name}Nb`]: list?.nb, [`${name}En`]: list?.en });
}

/** From the first to the last date of which a source shows it. */
export function observedSpan(observed: readonly string[] | undefined): string | undefined {
  if (observed === undefined) return undefined;
  const dates = observed.toSorted((a, b) => parseInterval(a).first - parseInterval(b).first);
  const [first, last] = [dates[0], dates.at(-1)];
  return first === last ? first : `${first}/${last}`;
}
