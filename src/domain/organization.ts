import type { Certainty } from "./certainty.js";
import type { Citation } from "./citation.js";
import { BEFORE_ALL } from "./day.js";
import type { Fact } from "./fact.js";
import type { Language } from "./language.js";
import { type LocalizedList, type LocalizedText } from "./language.js";
import { type Bounds, type Interval, type KnownPeriod, type Period, boundsOf } from "./period.js";
import type { FirmKind, InstitutionKind, OrganizationKind } from "./vocabulary.js";

/** A name, and when it was in use. */
export interface DatedName {
  readonly name: string;
  readonly language: Language;
  /** Null where the source does not say when it was in use. */
  readonly period: Period | null;
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
}

/**
 * The name in use at a date; without one, the latest. In a year of change the later one; before the first and after
 * the last, the nearest. Names in the language asked for come first.
 */
export function nameAt(names: readonly DatedName[], language: Language, at: Interval | null): string {
  const inLanguage = names.filter((each) => each.language === language);
  const candidates = inLanguage.length > 0 ? inLanguage : names;
  const dated = candidates
    .filter((each) => each.period !== null)
    .map((each) => ({ each, bounds: boundsOf(each.period as Period) }))
    .toSorted((a, b) => a.bounds.startEarliest - b.bounds.startEarliest || a.bounds.startLatest - b.bounds.startLatest);
  const latest = dated.at(-1)?.each ?? candidates[0];
  if (latest === undefined) throw new Error("expected at least one name; got none");
  if (at === null || dated.length === 0) return latest.name;
  const inUse = dated.findLast(({ bounds }) => bounds.startEarliest <= at.last && at.first <= bounds.endLatest);
  if (inUse !== undefined) return inUse.each.name;
  const distance = ({ bounds }: { bounds: Bounds }): number =>
    at.last < bounds.startEarliest ? bounds.startEarliest - at.last : at.first - bounds.endLatest;
  const nearest = dated.reduce((best, each) => (distance(each) < distance(best) ? each : best));
  return nearest.each.name;
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

/** Founding by the earliest day; null where it is unknown, which sorts last in both directions. */
export function foundedEarliest(bounds: Bounds): number | null {
  return bounds.startEarliest === BEFORE_ALL ? null : bounds.startEarliest;
}
