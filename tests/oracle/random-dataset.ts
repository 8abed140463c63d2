import fc from "fast-check";
import { compile, type CompiledDataset } from "../../src/dataset/compiled.js";
import type { RecordOf, SectionName } from "../../src/dataset/schema/file.js";
import { sections } from "../../src/dataset/schema/file.js";

// Small datasets with everything that answers over time and lineage depend on: vague dates, observations, units that
// move, owners with known and unknown shares, and lineages with diamonds. Cycles are as many as the names allow.

const date = fc.constantFrom("1950", "1960", "1970", "1980", "1990", "196X", "1975~", "1985?", "1960/1980");
const year = fc.constantFrom("1950", "1965", "1970", "1980", "1990", "1999");
const period = fc.oneof(
  fc.constantFrom(
    "/",
    "1950/..",
    "1970/",
    "/1980",
    "../1970",
    "1960/1990",
    "196X/198X",
    "1955~/1985",
    "1970?/..",
    "1980/1980",
  ),
  fc
    .tuple(fc.integer({ min: 1950, max: 1974 }), fc.integer({ min: 1975, max: 1999 }))
    .map(([from, to]) => `${from}/${to}`),
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const dated = { period: maybe(period), observed: maybe(year.map((each) => [each])) };
const certainty = fc.constantFrom("STATED" as const, "STATED" as const, "INFERRED" as const, "DISPUTED" as const);
const country = maybe(fc.constantFrom("place/norway", "place/sweden"));

const firmCount = 7;
const unitCount = 3;
const firm = fc.integer({ min: 0, max: firmCount - 1 }).map((number) => `firm/f${number}`);
const unit = fc.integer({ min: 0, max: unitCount - 1 }).map((number) => `unit/u${number}`);
const institution = fc.constantFrom("institution/state", "institution/ministry", "institution/institute");
const organization = fc.oneof({ weight: 4, arbitrary: firm }, { weight: 1, arbitrary: unit }, institution);

const fact = { certainty, cite: fc.constant("p. 1"), source: maybe(fc.constant("source/other")) };
const shape = { existence: period, observed: maybe(year.map((each) => [each])), country };

function records<Name extends SectionName>(
  list: fc.Arbitrary<object[]>,
  section: Name,
): fc.Arbitrary<RecordOf<Name>[]> {
  return list.map((each) => each.map((record) => sections[section].parse(withoutUndefined(record)) as RecordOf<Name>));
}

function withoutUndefined(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const named = (id: string) => ({ id, names: [{ name: id }], cite: "p. 1" });

export const randomDataset: fc.Arbitrary<CompiledDataset> = fc
  .record({
    firms: records(
      fc
        .array(fc.record({ ...shape, stateCompany: maybe(fc.constant({ cite: "p. 1" })) }), {
          minLength: firmCount,
          maxLength: firmCount,
        })
        .map((each) => each.map((record, number) => ({ ...named(`firm/f${number}`), ...record }))),
      "firms",
    ),
    units: records(
      fc
        .array(fc.record(shape), { minLength: unitCount, maxLength: unitCount })
        .map((each) => each.map((record, number) => ({ ...named(`unit/u${number}`), ...record }))),
      "units",
    ),
    descents: records(
      fc.uniqueArray(
        fc
          .record({
            predecessor: organization,
            successor: firm,
            mechanism: fc.constantFrom("SUCCESSION", "DIVISION_SPLIT", "RESEARCH_SPIN_OFF", "INITIATIVE"),
            continuity: fc.subarray(["BUSINESS", "PEOPLE", "TECHNOLOGY"]),
            date: maybe(date),
            through: maybe(unit),
            ...fact,
          })
          .filter(({ predecessor, successor }) => predecessor !== successor),
        {
          maxLength: 12,
          selector: (link) => [link.predecessor, link.successor, link.mechanism, link.date, link.through].join(),
        },
      ),
      "descents",
    ),
    placements: records(
      fc.uniqueArray(fc.record({ unit, parent: firm, ...dated, ...fact }), {
        maxLength: 5,
        selector: (placement) => [placement.unit, placement.parent, placement.period].join(),
      }),
      "placements",
    ),
    ownerships: records(
      fc.uniqueArray(
        fc
          .record({
            owner: fc.oneof({ weight: 3, arbitrary: organization }, fc.constant("person/p0")),
            owned: firm,
            held: fc.oneof(
              fc.constantFrom(10, 30, 50, 51, 80, 100).map((share) => ({ share })),
              fc.constantFrom({ shareAtLeast: 50 }, { shareAtMost: 40 }, {}),
            ),
            ...dated,
            ...fact,
          })
          .filter(({ owner, owned }) => owner !== owned)
          .map(({ held, ...rest }) => ({ ...rest, ...held })),
        { maxLength: 10, selector: (ownership) => [ownership.owner, ownership.owned, ownership.period].join() },
      ),
      "ownerships",
    ),
  })
  .map(({ firms, units, descents, placements, ownerships }) => {
    const each = <Name extends SectionName>(section: Name, list: readonly object[]) =>
      list.map((record) => ({ section, record, position: () => ({ file: "", line: 1, column: 1 }) }));
    const empty = Object.fromEntries(Object.keys(sections).map((section) => [section, []]));
    return compile({
      manifest: {
        id: "random",
        title: { en: "Random" },
        description: { en: "Random" },
        licence: "CC0-1.0",
        source: "source/book",
        minimumCounts: {},
        minimumCountsByTown: {},
        exceptions: [],
        leftOut: [],
      },
      records: {
        ...empty,
        sources: each(
          "sources",
          ["source/book", "source/other"].map((id) =>
            sections.sources.parse({ id, title: id, authors: ["Berg"], year: 1999, pages: { from: 1, to: 9 } }),
          ),
        ),
        places: each("places", [
          sections.places.parse({ id: "place/norway", kind: "COUNTRY", name: { en: "Norway" }, cite: "p. 1" }),
          sections.places.parse({ id: "place/sweden", kind: "COUNTRY", name: { en: "Sweden" }, cite: "p. 1" }),
        ]),
        people: each("people", [sections.people.parse({ id: "person/p0", name: "Anna Berg", cite: "p. 1" })]),
        institutions: each(
          "institutions",
          [
            { ...named("institution/state"), kind: "STATE", country: "place/norway" },
            { ...named("institution/ministry"), kind: "MINISTRY" },
            { ...named("institution/institute"), kind: "RESEARCH_INSTITUTE", country: "place/sweden" },
          ].map((record) => sections.institutions.parse(record)),
        ),
        firms: each("firms", firms),
        units: each("units", units),
        descents: each("descents", descents),
        placements: each("placements", placements),
        ownerships: each("ownerships", ownerships),
      } as never,
    });
  });

/** A filter of organizations, nested up to a depth. */
export function randomFilter(depth = 2): fc.Arbitrary<Record<string, unknown>> {
  const at = fc.constantFrom("1955", "1970", "1980", "197X", "1970/1985", "1985?", "2005");
  const leaf = fc.oneof(
    fc.record({ ids: fc.array(organization, { maxLength: 3 }) }),
    fc.record({ kinds: fc.subarray(["FIRM", "UNIT", "INSTITUTION"]) }),
    fc.record({ country: fc.constantFrom("place/norway", "place/sweden") }),
    fc.record({ existingAt: at }),
    fc.record({ foundedDuring: at }),
    fc.record({ endedDuring: at }),
    fc.record({ stateOwnedAt: at }),
  );
  if (depth === 0) return leaf;
  const nested = randomFilter(depth - 1);
  const lineage = fc
    .record({ organization: nested, along: maybe(randomAlong), maxDepth: maybe(fc.integer({ min: 0, max: 3 })) })
    .map(withoutUndefined);
  const owner = fc
    .record({
      organization: maybe(nested),
      person: maybe(fc.constant("person/p0")),
      foreign: maybe(fc.boolean()),
      countries: maybe(fc.constant(["place/sweden"])),
      at: maybe(at),
      minShare: maybe(fc.constantFrom(20, 50, 51)),
    })
    .map((record) => withoutUndefined(record) as Record<string, unknown>);
  return fc.oneof(
    leaf,
    fc.record({ and: fc.array(nested, { maxLength: 2 }) }),
    fc.record({ or: fc.array(nested, { maxLength: 2 }) }),
    fc.record({ not: nested }),
    fc.record({ descendsFrom: lineage }),
    fc.record({ ancestorOf: lineage }),
    fc.record({ ownedBy: owner }),
    fc.record({ ownedBy: owner.chain((each) => at.map((date) => ({ ...each, at: date, ultimate: true }))) }),
    fc.tuple(leaf, leaf).map(([one, other]) => ({ ...one, ...other })),
  );
}

/** Conditions on every link of a way. */
export const randomAlong: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    mechanisms: maybe(
      fc.subarray(["SUCCESSION", "DIVISION_SPLIT", "RESEARCH_SPIN_OFF", "INITIATIVE"], { minLength: 1 }),
    ),
    continuity: maybe(fc.subarray(["BUSINESS", "PEOPLE", "TECHNOLOGY"], { minLength: 1 })),
    during: maybe(fc.constantFrom("1960", "196X", "1950/1980", "1970?")),
    minCertainty: maybe(fc.constantFrom("STATED", "INFERRED", "DISPUTED")),
    throughUnits: maybe(fc.boolean()),
    excludeSources: maybe(fc.constantFrom(["source/other"], ["source/book"], [])),
  })
  .map((record) => withoutUndefined(record) as Record<string, unknown>);

export { organization as randomOrganization };
