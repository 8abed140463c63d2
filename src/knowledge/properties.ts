// Each file here turns one concept's questions into statements and their rows into domain objects. The names of
// properties are those that `dataset/write/properties.ts` writes.
import { Certainty } from "../domain/certainty.js";
import { type StatedCitation, parseLocator } from "../domain/citation.js";
import type { DatedFact, Fact, Happening } from "../domain/fact.js";
import { parseDate } from "../domain/historical-date.js";
import type { LocalizedList, LocalizedText } from "../domain/language.js";
import { type Bounds, parsePeriod } from "../domain/period.js";
import type { Row, Value } from "../graph/graph.js";

export type Properties = Row | Recorded;

/**
 * What a node or link shows, which the load wrote as one text: engines hand it over sooner than many properties. It has
 * one line or two, and the second is read where an answer shows something that is not in the first.
 */
class Recorded {
  readonly #first: Row;
  /** Where the text has one, the second line, or what it says. */
  #second: string | Row | null;

  constructor(text: string) {
    const end = text.indexOf("\n");
    this.#first = JSON.parse(end < 0 ? text : text.slice(0, end)) as Row;
    this.#second = end < 0 ? null : text.slice(end);
  }

  get(name: string): Value | undefined {
    const value = this.#first[name];
    if (value !== undefined || this.#second === null) return value;
    if (typeof this.#second === "string") this.#second = JSON.parse(this.#second) as Row;
    return this.#second[name];
  }
}

export function record(row: Row, column: string): Properties {
  return new Recorded(text(row, column));
}

export function valueOf(row: Properties, name: string): Value | undefined {
  return row instanceof Recorded ? row.get(name) : row[name];
}

/** Whether something is said, be it null. */
export function says(row: Properties, name: string): boolean {
  return valueOf(row, name) !== undefined;
}

/** How each property of something is read from a record, and from what is known beside it. */
export type Readings<Item, Beside = unknown> = {
  readonly [Name in keyof Item]: (record: Properties, beside: Beside) => Item[Name];
};

/**
 * Makes things of records, of which a property is read when it is first asked for: an answer shows few of them, and to
 * read dates and citations takes longer than to find the record.
 */
export function readBy<Item extends object, Beside = void>(
  readings: Readings<Item, Beside>,
): (record: Properties, beside: Beside) => Item {
  const names = Object.keys(readings) as (keyof Item)[];
  class Read {
    readonly #record: Properties;
    readonly #beside: Beside;
    readonly #known: unknown[] = Array<unknown>(names.length);

    constructor(record: Properties, beside: Beside) {
      this.#record = record;
      this.#beside = beside;
    }

    static {
      for (const [place, name] of names.entries()) {
        const read = readings[name];
        Object.defineProperty(this.prototype, name, {
          enumerable: true,
          get(this: Read) {
            return (this.#known[place] ??= read(this.#record, this.#beside));
          },
        });
      }
    }
  }
  return (record, beside) => new Read(record, beside) as unknown as Item;
}

export function text(row: Properties, name: string): string {
  const value = valueOf(row, name);
  if (typeof value === "string") return value;
  throw new Error(`expected text in ${name} of ${JSON.stringify(valueOf(row, "id"))}; got ${JSON.stringify(value)}`);
}

export function textOrNull(row: Properties, name: string): string | null {
  return valueOf(row, name) == null ? null : text(row, name);
}

export function numberOf(row: Properties, name: string): number {
  const value = valueOf(row, name);
  if (typeof value === "number") return value;
  throw new Error(
    `expected a number in ${name} of ${JSON.stringify(valueOf(row, "id"))}; got ${JSON.stringify(value)}`,
  );
}

export function numberOrNull(row: Properties, name: string): number | null {
  return valueOf(row, name) == null ? null : numberOf(row, name);
}

export function truthOf(row: Properties, name: string): boolean {
  return valueOf(row, name) === true;
}

export function texts(row: Properties, name: string): readonly string[] {
  return (valueOf(row, name) ?? []) as readonly string[];
}

/** A list of maps, which only a record holds. */
export function items<Item>(row: Properties, name: string): readonly Item[] {
  return (valueOf(row, name) ?? []) as unknown as readonly Item[];
}

export function localized(row: Properties, name: string): LocalizedText {
  return { nb: textOrNull(row, `${name}Nb`) ?? undefined, en: textOrNull(row, `${name}En`) ?? undefined };
}

function localizedLists(row: Properties, name: string): LocalizedList {
  return { nb: texts(row, `${name}Nb`), en: texts(row, `${name}En`) };
}

// Readings of one property, for `readBy`.
export const textIn = (name: string) => (row: Properties) => text(row, name);
export const textOrNullIn = (name: string) => (row: Properties) => textOrNull(row, name);
export const textsIn = (name: string) => (row: Properties) => texts(row, name);
export const numberOrNullIn = (name: string) => (row: Properties) => numberOrNull(row, name);
export const localizedIn = (name: string) => (row: Properties) => localized(row, name);
export const listsIn = (name: string) => (row: Properties) => localizedLists(row, name);
/** What has only certain values, as the load has checked. */
export const oneIn =
  <Value extends string>(name: string) =>
  (row: Properties) =>
    text(row, name) as Value;
export const oneOrNullIn =
  <Value extends string>(name: string) =>
  (row: Properties) =>
    textOrNull(row, name) as Value | null;

/** The inverse of what the load writes: `source/nibr-2005-11 p. 86, table 4.2 @horten/history.yaml:12`. */
function parseCitation(stored: string): StatedCitation {
  const [, source = "", place = "", statedAt = ""] = /^(\S+) (.*) @(.+)$/.exec(stored) ?? [];
  const citation = parseLocator(place, source);
  if (citation === null) throw new Error(`expected a citation such as "source/x p. 1 @a.yaml:1"; got "${stored}"`);
  return { ...citation, statedAt };
}

export function citations(row: Properties): readonly StatedCitation[] {
  return texts(row, "citations").map(parseCitation);
}

/** Left out of records where it is stated. */
export function certainty(row: Properties): Certainty {
  return (textOrNull(row, "certainty") as Certainty | null) ?? Certainty.STATED;
}

export const fact: Readings<Fact> = {
  certainty,
  citations,
  note: textOrNullIn("note"),
};

/** In the order in which `dataset/write/properties.ts` writes them. */
export function bounds(row: Properties): Bounds {
  const [startEarliest, startLatest, endEarliest, endLatest, heldFrom, heldTo, startUncertain, endUncertain] = valueOf(
    row,
    "bounds",
  ) as readonly [number, number, number, number, number, number, number, number];
  return {
    startEarliest,
    startLatest,
    endEarliest,
    endLatest,
    heldFrom,
    heldTo,
    startUncertain: startUncertain === 1,
    endUncertain: endUncertain === 1,
  };
}

export const datedFact: Readings<DatedFact> = {
  ...fact,
  period: (row) => {
    const period = textOrNull(row, "period");
    return period === null ? null : { ...parsePeriod(period), bounds: bounds(row) };
  },
  bounds,
};

export const happening: Readings<Happening> = {
  ...fact,
  date: (row) => {
    const date = textOrNull(row, "date");
    return date === null ? null : parseDate(date);
  },
};
