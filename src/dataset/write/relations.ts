import type { CompiledDataset } from "../compiled.js";
import { claimsOf } from "./claims.js";
import { type DescentLink, linkId } from "./derived-descents.js";
import { existenceBounds } from "./observed.js";
import {
  type Properties,
  compact,
  datedProperties,
  factProperties,
  happeningProperties,
  textProperties,
} from "./properties.js";
import { type Rows, rowsOf } from "./rows.js";

/** A relation as a statement of `cypher/load/` takes it: the ids of its ends, and what it carries. */
export type RelationRow = { readonly from: string; readonly to: string; readonly properties: Properties };

/** The relations of a dataset, by the name of the statement that creates them. */
export function relationsOf(
  { records, manifest }: CompiledDataset,
  links: readonly DescentLink[],
): ReadonlyMap<string, Rows<RelationRow>> {
  const fact = (record: Parameters<typeof factProperties>[0]): Properties => factProperties(record, manifest.source);
  const existence = existenceBounds(records);
  const existing = (ids: readonly string[]) => ids.flatMap((id) => existence.get(id) ?? []);
  const dated = (
    record: Parameters<typeof factProperties>[0] & Parameters<typeof datedProperties>[0],
    ...ends: readonly string[]
  ): Properties => ({ ...fact(record), ...datedProperties(record, existing(ends)) });

  const claims = claimsOf(records);
  const relations: [string, Rows<RelationRow>][] = [
    [
      "descends-from",
      rowsOf(links, (link) => {
        const { record, derived, citations, sources } = link;
        const properties = compact({
          ...fact(record),
          id: linkId(link),
          mechanism: record.mechanism,
          continuity: record.continuity,
          through: record.through,
          event: record.event,
          derived,
          ...happeningProperties(record.date),
          citations,
          sources,
        });
        return { from: record.successor, to: record.predecessor, properties };
      }),
    ],
    [
      "owns",
      rowsOf(records.ownerships, (record) => ({
        from: record.owner,
        to: record.owned,
        properties: compact({
          id: [
            "ownership",
            record.owner,
            record.owned,
            record.period ?? "",
            record.observed?.join(" ") ?? "",
            record.share ?? "",
          ].join("|"),
          share: record.share,
          shareAtLeast: record.shareAtLeast,
          shareAtMost: record.shareAtMost,
          ...dated(record, record.owner, record.owned),
        }),
      })),
    ],
    [
      "placed-in",
      rowsOf(records.placements, (record) => ({
        from: record.unit,
        to: record.parent,
        properties: dated(record, record.unit, record.parent),
      })),
    ],
    [
      "located-in",
      rowsOf(records.locations, (record) => ({
        from: record.organization,
        to: record.place,
        properties: compact({ use: record.use, host: record.host, ...dated(record, record.organization) }),
      })),
    ],
    [
      "supplies",
      rowsOf(records.supplies, (record) => ({
        from: record.supplier,
        to: record.customer,
        properties: { ...textProperties("what", record.what), ...dated(record, record.supplier, record.customer) },
      })),
    ],
    [
      "party-to",
      records.collaborations.flatMap((record, index) =>
        record.parties.map((party) => ({
          from: party,
          to: `collaboration/${index}`,
          // The dates stand on the links, where filters along them look.
          properties: datedProperties(record, existing([party])),
        })),
      ),
    ],
    [
      "member-of",
      rowsOf(records.memberships, (record) => ({
        from: record.member,
        to: record.body,
        properties: {
          id: ["membership", record.member, record.body, record.as, record.period ?? ""].join("|"),
          as: record.as,
          ...dated(record, record.member, record.body),
        },
      })),
    ],
    [
      "funds",
      rowsOf(records.fundings, (record) => ({
        from: record.funder,
        to: record.recipient,
        properties: compact({
          amount: record.amount,
          ...textProperties("what", record.what),
          ...dated(record, record.funder, record.recipient),
        }),
      })),
    ],
    [
      "technology-from",
      rowsOf(records.technologyTransfers, (record) => ({
        from: record.recipient,
        to: record.from,
        properties: {
          kind: record.kind,
          ...textProperties("what", record.what),
          ...dated(record, record.from, record.recipient),
        },
      })),
    ],
    [
      "role-in",
      rowsOf(records.roles, (record) => ({
        from: record.person,
        to: record.organization,
        properties: {
          kind: record.kind,
          ...textProperties("role", record.role),
          ...dated(record, record.organization),
        },
      })),
    ],
    [
      "part-of-phase",
      records.phaseMemberships.flatMap((record) =>
        record.members.map((member) => ({ from: member, to: record.phase, properties: fact(record) })),
      ),
    ],
    [
      "took-part-in",
      records.events.flatMap((record) =>
        record.participants.map(({ node, role }, ordinal) => ({
          from: node,
          to: record.id,
          properties: { role, ordinal },
        })),
      ),
    ],
    [
      "in-town",
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
      "within",
      [...records.places, ...records.towns].flatMap(({ id, within, parts }) => [
        ...(within === undefined ? [] : [{ from: id, to: within, properties: {} }]),
        ...parts.map((part) => ({ from: part, to: id, properties: {} })),
      ]),
    ],
    [
      "about",
      [
        ...records.observations.flatMap(({ id, organization, place }) =>
          [organization, place].flatMap((to) => (to === undefined ? [] : [{ from: id, to, properties: {} }])),
        ),
        ...records.contradictions.flatMap(({ id, about }) => about.map((to) => ({ from: id, to, properties: {} }))),
        ...claims.map(({ id, claim }) => ({ from: id, to: claim.subject, properties: {} })),
      ],
    ],
    [
      "claimed-in",
      claims.flatMap(({ id, contradiction }) =>
        contradiction === undefined ? [] : [{ from: id, to: contradiction, properties: {} }],
      ),
    ],
    [
      "in-table",
      records.observations.flatMap(({ id, table }) =>
        table === undefined ? [] : [{ from: id, to: table, properties: {} }],
      ),
    ],
  ];
  return new Map(relations.map(([name, rows]) => [name, rowsOf(rows, (row, index) => withId(name, row, index))]));
}

/** Lists are ordered down to the id, so every relation has one; those that cursors point at have one of their own. */
function withId(name: string, row: RelationRow, index: number): RelationRow {
  return "id" in row.properties ? row : { ...row, properties: { ...row.properties, id: `${name}|${index}` } };
}
