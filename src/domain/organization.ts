import type { Certainty } from "./certainty.js";
import type { Citation } from "./citation.js";
import { AFTER_ALL, BEFORE_ALL, yearOf } from "./day.js";
import type { Fact } from "./fact.js";
import type { Language } from "./language.js";
import { type LocalizedList, type LocalizedText } from "./language.js";
import { type Bounds, type Interval, type KnownPeriod, type Period, boundsOf, held, intervalOf } from "./period.js";
import { Truth } from "./truth.js";
import type { FirmKind, InstitutionKind, OrganizationKind } from "./vocabulary.js";

/** A name, and when it was in use. */
export interface DatedName {
  readonly name: string;
  readonly language: Language;
  /** Null where the source does not say when it was in use. */
  readonly period: Period | null;
  /** When the source shows it in use; that of a name in use today is the source's year. */
  readonly observed: readonly Interval[];
  readonly certainty: Certainty;
  readonly citations: readonly Citation[];
}

/** Someone that acts: a firm, an institution, a unit inside one, or a group that the source does not name. */
export interface Organization extends Fact {
  readonly kind: OrganizationKind;
  readonly id: string;
  /** As in the dataset: where names changed, oldest first. At least one. */
  readonly names: readonly DatedName[];
  readonly aliases: readonly string[];
  readonly summary: LocalizedText;
  readonly existence: KnownPeriod;
  /** When it existed, with what is observed worked in. */
  readonly bounds: Bounds;
  /** Ids of the studied town, the country of its head office, and its sector; null where the source gives none. */
  readonly town: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly products: LocalizedList;
  /** Null for what is no firm, and for firms whose kind the source leaves open. */
  readonly firmKind: FirmKind | null;
  /** Null for what is no institution. */
  readonly institutionKind: InstitutionKind | null;
  /** When the source calls it a state company; null where it does not. */
  readonly stateCompany: Bounds | null;
  /** Of a group: who is meant, and how many. */
  readonly description: LocalizedText;
  readonly size: number | null;
  /** Of a group: ids of the members that the source names. */
  readonly members: readonly string[];
  /** How many organizations descend from it, by all mechanisms but `INITIATIVE`. */
  readonly descendantCount: number;
}

/**
 * The name in use at a date; without one, the latest. In a year of change it is the later one; where the source leaves
 * open when a name changed, and before the first and after the last, the one shown nearest to the date. Names in the
 * language asked for come first.
 */
export function nameAt(names: readonly DatedName[], language: Language, at: Interval | null): string {
  const inLanguage = names.filter((each) => each.language === language);
  const candidates = inLanguage.length > 0 ? inLanguage : names;
  const latest = candidates.findLast(({ period }) => period !== null) ?? candidates[0];
  if (latest === undefined) throw new Error("expected at least one name; got none");
  if (at === null || latest.period === null) return latest.name;

  const dated = candidates.flatMap(({ name, period, observed }) =>
    period === null ? [] : [{ name, bounds: boundsOf(period, observed), shown: shownAt(period, observed) }],
  );
  const possible = dated.filter(({ bounds }) => held(bounds, at) !== Truth.NO);
  const distance = ({ bounds, shown }: (typeof dated)[number]): number =>
    held(bounds, at) === Truth.YES ? 0 : Math.min(...shown.map((each) => daysBetween(each, at)), AFTER_ALL);
  return (possible.length > 0 ? possible : dated).reduce((best, each) =>
    distance(each) <= distance(best) ? each : best,
  ).name;
}

/** When a name is known to have been in use: when it began and ended, and when the source shows it. */
function shownAt({ start, end }: Period, observed: readonly Interval[]): readonly Interval[] {
  return [...observed, ...[start, end].flatMap((date) => (date === null ? [] : [intervalOf(date)]))];
}

function daysBetween(one: Interval, other: Interval): number {
  return Math.max(0, one.first - other.last, other.first - one.last);
}

/** What names sort by, as engines compare by code point: case and accents folded, æ, ø and å after z. */
export function sortKey(name: string): string {
  const letters: Readonly<Record<string, string>> = { æ: "z{", ø: "z|", å: "z}", ä: "z{", ö: "z|" };
  return name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[\p{P}]/gu, "")
    .replaceAll(/[æøåäö]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The decade in which it certainly began, such as `198X`; null where that is not known. */
export function decadeOf({ startEarliest, startLatest }: Bounds): string | null {
  const [first, last] = [yearOf(startEarliest), yearOf(startLatest)];
  if (first === null || last === null || Math.floor(first / 10) !== Math.floor(last / 10)) return null;
  return `${Math.floor(first / 10)}X`;
}

/** Founding by the earliest day; null where it is unknown, which sorts last in both directions. */
export function foundedEarliest(bounds: Bounds): number | null {
  return bounds.startEarliest === BEFORE_ALL ? null : bounds.startEarliest;
}
