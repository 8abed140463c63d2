import type { Certainty } from "../domain/certainty.js";
import { fold } from "../domain/fold.js";
import { Direction } from "../domain/lineage.js";
import { parseInterval } from "../domain/period.js";
import type { Continuity, FirmKind, InstitutionKind, Mechanism, OrganizationKind } from "../domain/vocabulary.js";
import type { Parameters, Reader, Value } from "../graph/graph.js";
import { onceEach } from "../graph/once-each.js";
import { type Statement, statement } from "../graph/statement.js";
import { type LinkFilter, everyLink, ledTo } from "./lineage.js";
import { stateOwnedIds, ultimatelyOwnedIds } from "./ownership.js";
import { placesWithin } from "./place.js";
import { text as textOf } from "./properties.js";

type Given<Value> = Value | null | undefined;

/** Conditions on one level all hold. Dates are EDTF. */
export interface OrganizationFilter {
  readonly ids?: Given<readonly string[]>;
  readonly town?: Given<string>;
  readonly locatedIn?: Given<string>;
  readonly country?: Given<string>;
  readonly kinds?: Given<readonly OrganizationKind[]>;
  readonly firmKinds?: Given<readonly FirmKind[]>;
  readonly institutionKinds?: Given<readonly InstitutionKind[]>;
  readonly sectors?: Given<readonly string[]>;
  readonly phase?: Given<string>;
  readonly nameContains?: Given<string>;
  readonly text?: Given<string>;
  readonly foundedDuring?: Given<string>;
  readonly endedDuring?: Given<string>;
  readonly existingAt?: Given<string>;
  readonly stateOwnedAt?: Given<string>;
  readonly formerStateCompany?: Given<boolean>;
  readonly ownedBy?: Given<OwnerFilter>;
  readonly memberOf?: Given<string>;
  readonly supplies?: Given<OrganizationFilter>;
  readonly suppliedBy?: Given<OrganizationFilter>;
  readonly collaboratesWith?: Given<OrganizationFilter>;
  readonly descendsFrom?: Given<LineageFilter>;
  readonly ancestorOf?: Given<LineageFilter>;
  /** Read at the top level only. */
  readonly certainOnly?: Given<boolean>;
  readonly and?: Given<readonly OrganizationFilter[]>;
  readonly or?: Given<readonly OrganizationFilter[]>;
  readonly not?: Given<OrganizationFilter>;
}

/** Conditions on one owner, and on what it held; all hold. */
export interface OwnerFilter {
  readonly organization?: Given<OrganizationFilter>;
  readonly person?: Given<string>;
  /** Whether its country is another than that of the owned organization. */
  readonly foreign?: Given<boolean>;
  readonly countries?: Given<readonly string[]>;
  readonly at?: Given<string>;
  /** Percent; at the end of a chain, of the product of the shares. */
  readonly minShare?: Given<number>;
  /** At the end of a chain at the date `at`, rather than direct. */
  readonly ultimate?: Given<boolean>;
}

export interface LineageFilter {
  readonly organization: OrganizationFilter;
  readonly along?: Given<DescentFilter>;
  readonly maxDepth?: Given<number>;
}

/** Conditions on links of descent; see `LinkFilter`. */
export interface DescentFilter {
  readonly mechanisms?: Given<readonly Mechanism[]>;
  readonly continuity?: Given<readonly Continuity[]>;
  readonly during?: Given<string>;
  readonly minCertainty?: Given<Certainty>;
  readonly throughUnits?: Given<boolean>;
  readonly excludeSources?: Given<readonly string[]>;
}

export function linkFilter(along: Given<DescentFilter>): LinkFilter {
  return along == null ? everyLink : linkFilterOf(along);
}

/** Once for each, as what is asked along a filter is made once, too (`lineage.ts`), and an operation's own comes again. */
const linkFilterOf = onceEach(
  ({ mechanisms, continuity, during, minCertainty, throughUnits, excludeSources }: DescentFilter): LinkFilter => ({
    mechanisms: mechanisms ?? everyLink.mechanisms,
    continuity: continuity ?? everyLink.continuity,
    during: during == null ? null : parseInterval(during),
    minCertainty: minCertainty ?? everyLink.minCertainty,
    throughUnits: throughUnits ?? everyLink.throughUnits,
    excludeSources: excludeSources ?? everyLink.excludeSources,
    certainly: everyLink.certainly,
  }),
);

/**
 * Three values as two questions: what is `YES` or `POSSIBLY`, and what is `YES`. Conditions and their combinations are
 * asked in one mode at a time, and `not` asks in the other one: what is possibly not so is what is not certainly so.
 */
const Mode = { POSSIBLY: "POSSIBLY", CERTAINLY: "CERTAINLY" } as const;
type Mode = (typeof Mode)[keyof typeof Mode];

/** Conditions that do not make sense together; the message says what was expected. */
export class FilterError extends Error {
  override readonly name = "FilterError";
}

// Relations are asked for by COUNT: an embedded engine answers EXISTS by going through all of a kind in the graph, and
// COUNT by going from the organization in question.
const conditions = {
  ids: statement("organization/where/ids"),
  town: statement("organization/where/town"),
  country: statement("organization/where/country"),
  kinds: statement("organization/where/kinds"),
  firmKinds: statement("organization/where/firm-kinds"),
  institutionKinds: statement("organization/where/institution-kinds"),
  sectors: statement("organization/where/sectors"),
  phase: statement("organization/where/phase"),
  nameContains: statement("organization/where/name-contains"),
  text: statement("organization/where/text"),
  formerStateCompany: statement("organization/where/former-state-company"),
  memberOf: statement("organization/where/member-of"),
  supplies: statement("organization/where/supplies"),
  suppliedBy: statement("organization/where/supplied-by"),
  collaboratesWith: statement("organization/where/collaborates-with"),
  locatedEver: statement("organization/where/located-ever"),
  ownedBy: statement("organization/where/owned-by"),
  ownedByOrganization: statement("organization/where/owned-by-organization"),
  ownerIs: statement("organization/where/owner-is"),
  ownerFrom: statement("organization/where/owner-from"),
  ownerForeign: statement("organization/where/owner-foreign"),
};

const dated = {
  founded: {
    POSSIBLY: statement("organization/where/founded-possibly"),
    CERTAINLY: statement("organization/where/founded-certainly"),
  },
  ended: {
    POSSIBLY: statement("organization/where/ended-possibly"),
    CERTAINLY: statement("organization/where/ended-certainly"),
  },
  existing: {
    POSSIBLY: statement("organization/where/existing-possibly"),
    CERTAINLY: statement("organization/where/existing-certainly"),
  },
  located: {
    POSSIBLY: statement("organization/where/located-possibly"),
    CERTAINLY: statement("organization/where/located-certainly"),
  },
  owned: {
    POSSIBLY: statement("organization/where/owned-possibly"),
    CERTAINLY: statement("organization/where/owned-certainly"),
  },
  ownedShare: {
    POSSIBLY: statement("organization/where/owned-share-possibly"),
    CERTAINLY: statement("organization/where/owned-share-certainly"),
  },
} as const;

/** A condition on the organization `it` as Cypher, with its parameters. Its text depends on the filter's shape alone. */
export interface Condition {
  readonly text: string;
  readonly parameters: Parameters;
  /** Ids that all that fulfil it are among, where the condition names or works out some. */
  readonly among: readonly string[] | null;
  /** The town that all that fulfil it belong to, where the condition names one. */
  readonly town: string | null;
}

export async function conditionOf(reader: Reader, filter: OrganizationFilter): Promise<Condition> {
  return new Composer(reader).condition(filter, filter.certainOnly === true ? Mode.CERTAINLY : Mode.POSSIBLY);
}

const fromAll = statement("organization/from/all");
const fromIds = statement("organization/from/ids");
const fromTown = statement("organization/from/town");

/** The beginning of a statement that finds what fulfils a condition, where it is sooner found than among all. */
export function sought({ text, parameters, among, town }: Condition): {
  readonly text: string;
  readonly parameters: Parameters;
} {
  const where = `WHERE ${text}`;
  if (among !== null) return { text: `${fromIds.text}\n${where}`, parameters: { ...parameters, among } };
  if (town === null) return { text: `${fromAll.text}\n${where}`, parameters };
  return { text: `UNWIND $towns AS key\n${fromTown.text}\n${where}`, parameters: { ...parameters, towns: [town] } };
}

/** Puts conditions together: names of variables and parameters are numbered, so that each fragment keeps its own. */
class Composer {
  readonly #parameters: Record<string, Value> = {};
  readonly #reader: Reader;
  #among: readonly string[] | null = null;
  #town: string | null = null;
  #count = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async condition(filter: OrganizationFilter, mode: Mode): Promise<Condition> {
    const text = await this.#all(filter, mode, "it");
    return { text, parameters: this.#parameters, among: this.#among, town: this.#town };
  }

  /** All conditions of a level; `outermost` ones narrow down where the organizations are looked for. */
  async #all(filter: OrganizationFilter, mode: Mode, it: string, outermost = true): Promise<string> {
    const parts: string[] = [];
    const add = (each: Statement, parameters: Readonly<Record<string, Value>>): void => {
      parts.push(this.#placed(each, it, parameters));
    };
    const addDated = (
      each: { readonly [Each in Mode]: Statement },
      at: string,
      more: Record<string, Value> = {},
    ): void => {
      const interval = parseInterval(at);
      // Nothing is certain of days that are themselves in doubt.
      if (mode === Mode.CERTAINLY && interval.uncertain) parts.push("false");
      else add(each[mode], { first: interval.first, last: interval.last, ...more });
    };
    const addIds = (given: readonly string[]): void => {
      // Each once: what is looked for among them would be found as often as it is named.
      const ids = [...new Set(given)];
      add(conditions.ids, { ids });
      if (outermost && (this.#among === null || ids.length < this.#among.length)) this.#among = ids;
    };

    if (filter.ids != null) addIds(filter.ids);
    if (filter.town != null) {
      add(conditions.town, { town: filter.town });
      if (outermost) this.#town = filter.town;
    }
    if (filter.country != null) add(conditions.country, { country: filter.country });
    if (filter.kinds != null) add(conditions.kinds, { kinds: filter.kinds });
    if (filter.firmKinds != null) add(conditions.firmKinds, { firmKinds: filter.firmKinds });
    if (filter.institutionKinds != null)
      add(conditions.institutionKinds, { institutionKinds: filter.institutionKinds });
    if (filter.sectors != null) add(conditions.sectors, { sectors: filter.sectors });
    if (filter.phase != null) add(conditions.phase, { phase: filter.phase });
    if (filter.nameContains != null) add(conditions.nameContains, { text: fold(filter.nameContains) });
    if (filter.text != null) add(conditions.text, { text: fold(filter.text) });
    if (filter.formerStateCompany != null) add(conditions.formerStateCompany, { former: filter.formerStateCompany });
    if (filter.memberOf != null) add(conditions.memberOf, { body: filter.memberOf });
    if (filter.foundedDuring != null) addDated(dated.founded, filter.foundedDuring);
    if (filter.endedDuring != null) addDated(dated.ended, filter.endedDuring);
    if (filter.existingAt != null) addDated(dated.existing, filter.existingAt);
    if (filter.locatedIn != null) {
      const places = await placesWithin(this.#reader, filter.locatedIn);
      if (filter.existingAt != null) addDated(dated.located, filter.existingAt, { places });
      else add(conditions.locatedEver, { places });
    }
    for (const relation of ["supplies", "suppliedBy", "collaboratesWith"] as const) {
      const other = filter[relation];
      if (other != null) parts.push(await this.#related(conditions[relation], other, mode, it));
    }
    if (filter.stateOwnedAt != null) addIds(await this.#stateOwned(filter.stateOwnedAt, mode));
    if (filter.ownedBy?.ultimate === true) addIds(await this.#ultimatelyOwned(filter.ownedBy, mode));
    else if (filter.ownedBy != null) parts.push(await this.#ownedBy(filter.ownedBy, mode, it));
    if (filter.descendsFrom != null) addIds(await this.#lineage(filter.descendsFrom, mode, Direction.DESCENDANTS));
    if (filter.ancestorOf != null) addIds(await this.#lineage(filter.ancestorOf, mode, Direction.ANCESTORS));
    for (const each of filter.and ?? []) parts.push(await this.#all(each, mode, it, outermost));
    if (filter.or != null) {
      const alternatives: string[] = [];
      for (const each of filter.or) alternatives.push(await this.#all(each, mode, it, false));
      parts.push(alternatives.length === 0 ? "false" : `(${alternatives.join(" OR ")})`);
    }
    if (filter.not != null) {
      const other = mode === Mode.POSSIBLY ? Mode.CERTAINLY : Mode.POSSIBLY;
      parts.push(`NOT ${await this.#all(filter.not, other, it, false)}`);
    }
    return parts.length === 0 ? "true" : `(${parts.join(" AND ")})`;
  }

  async #related(each: Statement, other: OrganizationFilter, mode: Mode, it: string): Promise<string> {
    const number = this.#count + 1;
    const placed = this.#placed(each, it, {});
    const nested = await this.#all(other, mode, `other_${number}`, false);
    return placed.replaceAll("$organization", () => nested);
  }

  async #ownedBy(owner: OwnerFilter, mode: Mode, it: string): Promise<string> {
    const of = this.#count + 1;
    const each = owner.organization == null ? conditions.ownedBy : conditions.ownedByOrganization;
    const placed = this.#placed(each, it, {});
    const parts: string[] = [];
    const add = (part: Statement, parameters: Readonly<Record<string, Value>>): void => {
      parts.push(this.#placed(part, it, parameters, of));
    };
    if (owner.person != null) add(conditions.ownerIs, { person: owner.person });
    if (owner.countries != null) add(conditions.ownerFrom, { countries: owner.countries });
    if (owner.foreign != null) add(conditions.ownerForeign, { foreign: owner.foreign });
    if (owner.minShare != null) add(dated.ownedShare[mode], { minShare: owner.minShare });
    if (owner.at != null) {
      const { first, last, uncertain } = parseInterval(owner.at);
      if (mode === Mode.CERTAINLY && uncertain) parts.push("false");
      else add(dated.owned[mode], { first, last });
    }
    if (owner.organization != null) parts.push(await this.#all(owner.organization, mode, `other_${of}`, false));
    return placed.replaceAll("$owner", () => (parts.length === 0 ? "true" : parts.join(" AND ")));
  }

  async #stateOwned(at: string, mode: Mode): Promise<string[]> {
    return stateOwnedIds(this.#reader, parseInterval(at), mode === Mode.CERTAINLY);
  }

  async #ultimatelyOwned(owner: OwnerFilter, mode: Mode): Promise<string[]> {
    const { organization, person, countries, foreign, minShare, at } = owner;
    // A chain is one at a date: links of different times make none.
    if (at == null) throw new FilterError("expected at beside ultimate in ownedBy; got none");
    const organizations = organization == null ? null : await organizationIds(this.#reader, organization, mode);
    const among =
      person == null ? organizations : organizations === null || organizations.includes(person) ? [person] : [];
    const conditionsOnOwner = {
      among,
      countries: countries ?? null,
      foreign: foreign ?? null,
      minShare: minShare ?? null,
    };
    return ultimatelyOwnedIds(this.#reader, conditionsOnOwner, parseInterval(at), mode === Mode.CERTAINLY);
  }

  /** Variables are numbered by the fragment that they are of, which for a part of another one is that one's number. */
  #placed({ text }: Statement, it: string, parameters: Readonly<Record<string, Value>>, of?: number): string {
    const number = ++this.#count;
    for (const [name, value] of Object.entries(parameters)) this.#parameters[`${name}_${number}`] = value;
    return text
      .replaceAll(/\b(other|link)\b/g, (variable) => `${variable}_${of ?? number}`)
      .replaceAll(/\bit\b/g, it)
      .replaceAll(/\$(\w+)/g, (name) => (name.slice(1) in parameters ? `${name}_${number}` : name));
  }

  /** Walks from all organizations that fulfil the nested filter at once, level by level. */
  async #lineage(
    { organization, along, maxDepth }: LineageFilter,
    mode: Mode,
    direction: Direction,
  ): Promise<string[]> {
    if (maxDepth != null && maxDepth < 0) throw new FilterError(`expected maxDepth of at least 0; got ${maxDepth}`);
    const seeds = await organizationIds(this.#reader, organization, mode);
    const filter = { ...linkFilter(along), certainly: mode === Mode.CERTAINLY };
    const reached = new Set<string>();
    let frontier: readonly string[] = seeds;
    for (let depth = 0; frontier.length > 0 && depth < (maxDepth ?? Infinity); depth++) {
      const next = new Set<string>();
      for (const id of await ledTo(this.#reader, frontier, direction, filter)) if (!reached.has(id)) next.add(id);
      for (const id of next) reached.add(id);
      frontier = [...next];
    }
    return [...reached].toSorted();
  }
}

const returningIds = statement("organization/return-ids");

/** The organizations that fulfil a filter in a mode. */
async function organizationIds(reader: Reader, filter: OrganizationFilter, mode: Mode): Promise<string[]> {
  const composer = new Composer(reader);
  const { text, parameters } = sought(await composer.condition(filter, mode));
  const found = await reader.read({ name: "organization/ids", text: `${text}\n${returningIds.text}` }, parameters);
  return found.map((row) => textOf(row, "id"));
}
