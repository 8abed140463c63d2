import type { StatedCitation } from "./citation.js";
import type { Fact, Happening } from "./fact.js";
import type { LocalizedList, LocalizedText } from "./language.js";
import type { Organization } from "./organization.js";
import type { Interval, Period } from "./period.js";
import type { ClaimRank, EventKind, PlaceKind, TechnologyIntensity } from "./vocabulary.js";

/** A town of the study (kind `TOWN`) or any other place. */
export interface Place extends Fact {
  readonly kind: "PLACE" | "TOWN";
  readonly id: string;
  readonly placeKind: PlaceKind;
  readonly name: LocalizedText;
  readonly aliases: readonly string[];
  /** Id of the place that it lies in. */
  readonly within: string | null;
  /** Ids of the places that an aggregate counts together. */
  readonly parts: readonly string[];
  readonly summary: LocalizedText;
}

export interface Person extends Fact {
  readonly kind: "PERSON";
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface Sector extends Fact {
  readonly kind: "SECTOR";
  readonly id: string;
  readonly name: LocalizedText;
  readonly within: string | null;
  readonly parts: readonly string[];
  readonly activities: readonly Activity[];
}

/** A NACE class, and what the source counts it as. */
export interface Activity {
  readonly nace: string;
  readonly name: LocalizedText;
  readonly technologyIntensity: TechnologyIntensity | null;
  readonly citations: readonly StatedCitation[];
}

export interface Phase extends Fact {
  readonly kind: "PHASE";
  readonly id: string;
  readonly division: LocalizedText;
  readonly ordinal: number | null;
  readonly within: string | null;
  readonly name: LocalizedText;
  readonly towns: readonly string[];
  readonly period: Period;
  readonly drivers: LocalizedList;
  readonly summary: LocalizedText;
}

export interface Event extends Happening {
  readonly kind: "EVENT";
  readonly id: string;
  readonly eventKind: EventKind;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly towns: readonly string[];
}

/** A table or figure of a source. */
export interface Table extends Fact {
  readonly kind: "TABLE";
  readonly id: string;
  readonly source: string;
  readonly number: string;
  readonly title: LocalizedText;
  readonly definition: LocalizedText;
  readonly breaks: LocalizedList;
}

export interface Measure {
  readonly id: string;
  readonly name: LocalizedText;
  readonly unit: string;
  readonly definition: LocalizedText;
  readonly observationCount: number;
}

/** One classification that a cell falls under; `total` marks the sum over the others. */
export interface Category {
  readonly dimension: string;
  readonly value: string;
  readonly total: boolean;
}

/** One cell of a table, or one figure in the text. */
export interface Observation extends Fact {
  readonly kind: "OBSERVATION";
  readonly id: string;
  readonly measure: string;
  readonly unit: string;
  /** Whether its measure counts the people at work in an organization. */
  readonly workforce: boolean;
  readonly table: string | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly place: string | null;
  readonly organization: string | null;
  readonly sector: string | null;
  readonly categories: readonly Category[];
  /** A year or span of years as EDTF. */
  readonly period: string;
  readonly interval: Interval;
  readonly value: number | null;
  readonly valueText: string | null;
  readonly valueAtLeast: number | null;
  readonly valueAtMost: number | null;
  readonly missing: string | null;
  readonly definition: LocalizedText;
}

/** One of several values that the source gives, or that sources give. */
export interface Claim {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  readonly rank: ClaimRank;
  readonly note: string | null;
  readonly citations: readonly StatedCitation[];
}

export interface Contradiction {
  readonly kind: "CONTRADICTION";
  readonly id: string;
  readonly about: readonly string[];
  readonly explanation: LocalizedText;
  readonly citations: readonly StatedCitation[];
}

export interface Section {
  readonly number: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly pageFrom: number | null;
  readonly pageTo: number | null;
  readonly towns: readonly string[];
}

export interface Source {
  readonly kind: "SOURCE";
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly publisher: string | null;
  readonly series: string | null;
  readonly number: string | null;
  readonly sections: readonly Section[];
}

/** Anything with an id of its own. `kind` tells which. */
export type Entity =
  Organization | Place | Person | Sector | Phase | Event | Table | Observation | Contradiction | Source;
