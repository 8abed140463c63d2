import { certaintyStrength } from "../../domain/certainty.js";
import type { Bounds } from "../../domain/period.js";
import type { NewRelation } from "../../graph/graph.js";
import type { CompiledDataset } from "../compiled.js";
import { claimsOf } from "./claims.js";
import { type DescentLink, linkId } from "./derived-descents.js";
import type { DerivedGap } from "./gaps.js";
import {
  type Properties,
  type Stored,
  boundsWithin,
  certaintyProperties,
  factProperties,
  happeningProperties,
  observedSpan,
  shownBounds,
  stored,
  textProperties,
} from "./properties.js";
import { type Rows, rowsOf } from "./rows.js";

type DatedRecord = Parameters<typeof factProperties>[0] & Parameters<typeof boundsWithin>[0];

/** The relations of a dataset, by their type. */
export function relationsOf(
  { records, manifest }: CompiledDataset,
  {
    existence,
    links,
    gaps,
  }: {
    readonly existence: ReadonlyMap<string, Bounds>;
    readonly links: readonly DescentLink[];
    readonly gaps: readonly DerivedGap[];
  },
): ReadonlyMap<string, Rows<NewRelation>> {
  const fact = (record: Parameters<typeof factProperties>[0]): Properties => factProperties(record, manifest.source);
  const existing = (ids: readonly string[]) => ids.flatMap((id) => existence.get(id) ?? []);
  /** Of a relation that has a time, which lies within the times of some of its ends. */
  const dated = (
    record: DatedRecord,
    within: readonly string[],
    { both, shown }: Omit<Stored, "asked">,
  ): Properties => {
    const bounds = boundsWithin(record, existing(within));
    // What is sorted and filtered by, of the bounds that stand in answers.
    const { startEarliest, endLatest, heldFrom, heldTo } = bounds;
    const { period, observed } = record;
    return stored({
      both,
      shown: { ...shown, ...fact(record), period, observedAt: observedSpan(observed), ...shownBounds(bounds) },
      asked: { startEarliest, endLatest, heldFrom, heldTo },
    });
  };

  const claims = claimsOf(records);
  const relations: [string, Rows<NewRelation>][] = [
    [
      "DESCENDS_FROM",
      rowsOf(links, (link) => {
        const { record, derived, citations, sources } = link;
        const { mechanism, continuity, through, event, date, certainty, note } = record;
        const properties = stored({
          first: ["id", "mechanism"],
          both: { id: linkId(link), mechanism, continuity, derived },
          shown: { through, event, date, ...certaintyProperties(certainty), note, citations },
          asked: { ...happeningProperties(date), certaintyStrength: certaintyStrength(certainty), sources },
        });
        return { from: record.successor, to: record.predecessor, properties };
      }),
    ],
    [
      "OWNS",
      rowsOf(records.ownerships, (record) => {
        const { owner, owned, period, observed, share, shareAtLeast, shareAtMost } = record;
        const id = ["ownership", owner, owned, period ?? "", observed?.join(" ") ?? "", share ?? ""].join("|");
        const both = { id, share, shareAtLeast, shareAtMost };
        return { from: owner, to: owned, properties: dated(record, [owner, owned], { both }) };
      }),
    ],
    [
      "PLACED_IN",
      rowsOf(records.placements, (record) => {
        const { unit, parent } = record;
        return { from: unit, to: parent, properties: dated(record, [unit, parent], {}) };
      }),
    ],
    [
      "LOCATED_IN",
      rowsOf(records.locations, (record) => {
        const { organization, place, use, host } = record;
        return { from: organization, to: place, properties: dated(record, [organization], { shown: { use, host } }) };
      }),
    ],
    [
      "SUPPLIES",
      rowsOf(records.supplies, (record) => {
        const { supplier, customer } = record;
        const shown = textProperties("what", record.what);
        return { from: supplier, to: customer, properties: dated(record, [supplier, customer], { shown }) };
      }),
    ],
    [
      "PARTY_TO",
      records.collaborations.flatMap((record, index) =>
        record.parties.map((party) => ({
          from: party,
          to: `collaboration/${index}`,
          // The dates stand on the links, where filters along them look.
          properties: dated(record, [party], {}),
        })),
      ),
    ],
    [
      "MEMBER_OF",
      rowsOf(records.memberships, (record) => {
        const { member, body, as, period } = record;
        const id = ["membership", member, body, as, period ?? ""].join("|");
        const properties = dated(record, [member, body], { both: { id }, shown: { as } });
        return { from: member, to: body, properties };
      }),
    ],
    [
      "FUNDS",
      rowsOf(records.fundings, (record) => {
        const { funder, recipient, amount } = record;
        const shown = { amount, ...textProperties("what", record.what) };
        return { from: funder, to: recipient, properties: dated(record, [funder, recipient], { shown }) };
      }),
    ],
    [
      "TECHNOLOGY_FROM",
      rowsOf(records.technologyTransfers, (record) => {
        const { from, recipient, kind } = record;
        const shown = { kind, ...textProperties("what", record.what) };
        return { from: recipient, to: from, properties: dated(record, [from, recipient], { shown }) };
      }),
    ],
    [
      "ROLE_IN",
      rowsOf(records.roles, (record) => {
        const { person, organization, kind } = record;
        const properties = dated(record, [organization], {
          both: { kind },
          shown: textProperties("role", record.role),
        });
        return { from: person, to: organization, properties };
      }),
    ],
    [
      "PART_OF_PHASE",
      records.phaseMemberships.flatMap((record) =>
        record.members.map((member) => ({
          from: member,
          to: record.phase,
          properties: stored({ shown: fact(record) }),
        })),
      ),
    ],
    [
      "TOOK_PART_IN",
      records.events.flatMap((record) =>
        record.participants.map(({ node, role }, ordinal) => ({
          from: node,
          to: record.id,
          properties: stored({ shown: { role }, asked: { ordinal } }),
        })),
      ),
    ],
    [
      "IN_TOWN",
      [
        ...[...records.firms, ...records.institutions, ...records.units, ...records.groups].flatMap(({ id, town }) =>
          town === undefined ? [] : [{ from: id, to: town, properties: {} }],
        ),
        ...[...records.phases, ...records.events].flatMap(({ id, towns }) =>
          towns.map((town) => ({ from: id, to: town, properties: {} })),
        ),
      ],
    ],
    [
      "WITHIN",
      [...records.places, ...records.towns].flatMap(({ id, within, parts }) => [
        ...(within === undefined ? [] : [{ from: id, to: within, properties: {} }]),
        ...parts.map((part) => ({ from: part, to: id, properties: {} })),
      ]),
    ],
    [
      "ABOUT",
      [
        ...records.observations.flatMap(({ id, organization, place }) =>
          [organization, place].flatMap((to) => (to === undefined ? [] : [{ from: id, to, properties: {} }])),
        ),
        ...records.contradictions.flatMap(({ id, about }) => about.map((to) => ({ from: id, to, properties: {} }))),
        ...claims.map(({ id, claim }) => ({ from: id, to: claim.subject, properties: {} })),
        ...gaps.map(({ id, node }) => ({ from: id, to: node, properties: {} })),
      ],
    ],
    [
      "CLAIMED_IN",
      claims.flatMap(({ id, contradiction }) =>
        contradiction === undefined ? [] : [{ from: id, to: contradiction, properties: {} }],
      ),
    ],
    [
      "IN_TABLE",
      records.observations.flatMap(({ id, table }) =>
        table === undefined ? [] : [{ from: id, to: table, properties: {} }],
      ),
    ],
  ];
  return new Map(relations.map(([name, rows]) => [name, rowsOf(rows, (row, index) => withId(name, row, index))]));
}

/**
 * Lists are ordered down to the id, so every relation that shows something has one; those that cursors point at have one
 * of their own.
 */
function withId(name: string, row: NewRelation, index: number): NewRelation {
  const { properties } = row;
  if ("id" in properties || !("record" in properties)) return row;
  return { ...row, properties: { ...properties, id: `${name}|${index}` } };
}
