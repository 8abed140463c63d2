import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { registerOf } from "../../bench/register.js";
import type { CompiledDataset } from "../../src/dataset/compiled.js";
import { gapId } from "../../src/domain/gap.js";
import { sortKey } from "../../src/domain/organization.js";
import type { GapKind } from "../../src/domain/vocabulary.js";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

// So many that each list has several buckets (src/dataset/write/buckets.ts), the last of which is not full.
const base = registerOf(1_900, 7, 10);
const many = Array.from({ length: 1_100 }, (_, index) => index);
const fact = { cite: "p. 1", certainty: "STATED", statedAt: "register.yaml:1" } as const;
const register: CompiledDataset = {
  ...base,
  records: {
    ...base.records,
    people: many.map((index) => ({ id: `person/p-${index}`, name: `Per Nr ${index % 300}`, aliases: [], ...fact })),
    roles: many
      .filter((index) => index % 3 > 0)
      .map((index) => ({
        person: `person/p-${index}`,
        organization: base.records.firms[index % 40]?.id ?? "",
        kind: index % 3 === 1 ? ("MANAGER" as const) : ("OTHER" as const),
        role: { en: "Something" },
        ...fact,
      })),
    events: many.map((index) => ({
      id: `event/e-${index}`,
      kind: index % 10 === 0 ? ("CLOSURE" as const) : ("OTHER" as const),
      title: { en: "It happened" },
      ...(index % 7 === 0 ? {} : { date: String(1900 + (index % 90)) }),
      // Some in two towns.
      towns: [...new Set([index % 10, (index + (index % 2)) % 10])].map((town) => `town/town-${town}`),
      participants: [{ role: "PARTY" as const, node: base.records.firms[index % 40]?.id ?? "" }],
      ...fact,
    })),
  },
};
const { firms, institutions, units, groups } = register.records;
const all = [firms, institutions, units, groups].flatMap((records) => records.map(({ id }) => id));

const pages = `query ($where: OrganizationFilter, $orderBy: OrganizationOrder, $first: Int, $after: String, $last: Int, $before: String) {
  organizations(where: $where, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const townPages = `query ($ids: [ID!]!, $first: Int, $after: String, $orderBy: OrganizationOrder) {
  nodes(ids: $ids) { ... on Town { organizations(first: $first, after: $after, orderBy: $orderBy) { nodes { id } pageInfo { endCursor hasNextPage } } } }
}`;

interface Connection<Item> {
  readonly totalCount: number;
  readonly nodes: readonly Item[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const orders = ["NAME", "FOUNDED", "DESCENDANTS"].flatMap((field) =>
  ["ASC", "DESC"].map((direction) => ({ field, direction })),
);

describe.each(engines)("lists that are read by buckets: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    const lenient = { OPPHAV_MAX_COST: "1000000", OPPHAV_MAX_SECONDS: "30" };
    service = await startService(await open({ timeout: 30_000 }), register, lenient);
  }, 120_000);
  afterAll(() => service.close());

  const page = async (variables: Readonly<Record<string, unknown>>): Promise<Page> => {
    const { data, errors } = await service.ask(pages, variables);
    expect(errors).toBeUndefined();
    return (data as { organizations: Page }).organizations;
  };

  /** All of a list, page by page, from its beginning or from its end. */
  const whole = async (variables: Readonly<Record<string, unknown>>, fromEnd = false): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let more = true; more;) {
      const part: Page = await page({
        ...variables,
        ...(fromEnd ? { last: 300, before: cursor } : { first: 300, after: cursor }),
      });
      const found = part.nodes.map(({ id }) => id);
      if (fromEnd) ids.unshift(...found);
      else ids.push(...found);
      more = fromEnd ? part.pageInfo.hasPreviousPage : part.pageInfo.hasNextPage;
      cursor = fromEnd ? part.pageInfo.startCursor : part.pageInfo.endCursor;
    }
    return ids;
  };

  test.each(orders)(
    "are as they are where all of them are sorted: $field $direction",
    async (orderBy) => {
      // Those that are named by their ids are sorted by the engine.
      const [front, back] = [all.slice(0, 950), all.slice(950)];
      const sorted = await Promise.all([front, back].map((ids) => whole({ where: { ids }, orderBy })));
      const listed = await whole({ orderBy });
      expect(listed).toHaveLength(all.length);
      for (const half of sorted) {
        const members = new Set(half);
        expect(listed.filter((id) => members.has(id))).toEqual(half);
      }
      expect(await whole({ orderBy }, true)).toEqual(listed);
    },
    60_000,
  );

  test("of which a condition leaves few are whole, and so are those of which it leaves none", async () => {
    const listed = await whole({});
    for (const sectors of [["sector/sector-3"], ["sector/none"]]) {
      const where = { sectors };
      const wanted = new Set(
        [...firms, ...institutions, ...units, ...groups]
          .filter(({ sector }) => sectors.includes(sector ?? ""))
          .map(({ id }) => id),
      );
      expect(await whole({ where })).toEqual(listed.filter((id) => wanted.has(id)));
      expect(await whole({ where }, true)).toEqual(listed.filter((id) => wanted.has(id)));
      expect((await page({ where, first: 1 })).totalCount).toBe(wanted.size);
    }
  }, 60_000);

  test.each(orders)(
    "of a town are those of all that belong to it: $field $direction",
    async (orderBy) => {
      const listed = await whole({ orderBy });
      const townOf = new Map([...firms, ...institutions, ...units, ...groups].map(({ id, town }) => [id, town]));
      const towns = ["town/town-0", "town/town-9"];
      for (const town of towns) {
        const members = listed.filter((id) => townOf.get(id) === town);
        expect(members.length).toBeGreaterThan(128);
        expect(await whole({ where: { town }, orderBy })).toEqual(members);
        expect(await whole({ where: { town }, orderBy }, true)).toEqual(members);
      }
      const { data } = await service.ask(townPages, { ids: towns, first: 150, orderBy });
      const { nodes } = data as { nodes: { organizations: Page }[] };
      const shown = nodes.map(({ organizations }) => organizations.nodes.map(({ id }) => id));
      expect(shown).toEqual(towns.map((town) => listed.filter((id) => townOf.get(id) === town).slice(0, 150)));
      expect((await page({ where: { town: "town/none" } })).totalCount).toBe(0);
    },
    60_000,
  );

  test("go on from a cursor of something that is not there any more, or stands elsewhere now", async () => {
    const listed = await whole({});
    const { pageInfo } = await page({ first: 500, after: (await page({ first: 300 })).pageInfo.endCursor });
    const [version, list, key] = JSON.parse(Buffer.from(pageInfo.endCursor, "base64url").toString()) as unknown[];
    for (const id of ["firm/zzz-gone", listed[0]]) {
      const after = Buffer.from(JSON.stringify([version, list, key, id])).toString("base64url");
      const next = (await page({ first: 3, after })).nodes.map((node) => node.id);
      // Of equal names, ids decide: what has the name at which the cursor stands may come again.
      expect(listed.slice(799, 810)).toEqual(expect.arrayContaining(next));
    }
  });

  /** All of another list, page by page. */
  const wholeOf = async <Item>(operation: string, variables: object, list: string, first = 300): Promise<Item[]> => {
    const items: Item[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const { data, errors } = await service.ask(operation, { ...variables, first, after });
      expect(errors).toBeUndefined();
      const part = (data as Record<string, Connection<Item>>)[list] as Connection<Item>;
      items.push(...part.nodes);
      expect(items.length).toBeLessThanOrEqual(part.totalCount);
      ({ hasNextPage: more, endCursor: after } = part.pageInfo);
      if (!more) expect(items).toHaveLength(part.totalCount);
    }
    return items;
  };

  test("of observations are whole, whatever is asked of them", async () => {
    const operation = `query ($where: ObservationFilter, $first: Int, $after: String) {
      observations(where: $where, first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const { observations } = register.records;
    const some = observations.slice(0, 3).map(({ organization }) => organization ?? "");
    expect(observations.length).toBeGreaterThan(512);
    for (const [where, fits] of [
      [{}, () => true],
      [{ during: "1950" }, ({ period }) => period === "1950"],
      [{ measures: ["none"] }, () => false],
      [{ organizations: [...some, ...some] }, ({ organization }) => some.includes(organization ?? "")],
      [{ places: ["town/town-0"] }, () => false],
    ] as readonly (readonly [object, (record: (typeof observations)[number]) => boolean])[]) {
      const expected = observations.filter(fits).map(({ id }) => id);
      const listed = await wholeOf<{ readonly id: string }>(operation, { where }, "observations");
      expect(listed.map(({ id }) => id)).toEqual(expected.toSorted());
    }
  }, 60_000);

  test("of people are whole: of all, with some kind of role, of an organization, of a town", async () => {
    const operation = `query ($organization: ID, $town: ID, $kinds: [RoleKind!], $first: Int, $after: String) {
      people(organization: $organization, town: $town, kinds: $kinds, first: $first, after: $after) {
        totalCount
        nodes { id }
        pageInfo { hasNextPage endCursor }
      }
    }`;
    const { people, roles } = register.records;
    const inOrder = people
      .toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) || (a.name === b.name && a.id < b.id) ? -1 : 1))
      .map(({ id }) => id);
    const organization = firms[1]?.id ?? "";
    const townOf = new Map(firms.map(({ id, town }) => [id, town]));
    for (const [variables, fits] of [
      [{}, null],
      [{ kinds: ["MANAGER"] }, ({ kind }) => kind === "MANAGER"],
      [{ kinds: ["FOUNDER"] }, () => false],
      [{ organization }, (role) => role.organization === organization],
      [{ organization, kinds: ["OTHER"] }, (role) => role.organization === organization && role.kind === "OTHER"],
      [{ town: "town/town-0" }, (role) => townOf.get(role.organization) === "town/town-0"],
      [{ organization, town: "town/none" }, () => false],
    ] as readonly (readonly [object, ((role: (typeof roles)[number]) => boolean) | null])[]) {
      const fitting = fits === null ? inOrder : roles.filter(fits).map(({ person }) => person);
      const wanted = new Set(fitting);
      const listed = await wholeOf<{ readonly id: string }>(operation, variables, "people");
      expect(listed.map(({ id }) => id)).toEqual(inOrder.filter((id) => wanted.has(id)));
    }
  }, 60_000);

  test("of events are whole, whatever is asked of them", async () => {
    const operation = `query ($where: EventFilter, $first: Int, $after: String) {
      events(where: $where, first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    }`;
    const { events } = register.records;
    const inOrder = events.toSorted((a, b) => {
      const [date, other] = [a.date ?? "", b.date ?? ""];
      return date < other || (date === other && a.id < b.id) ? -1 : 1;
    });
    const participant = firms[1]?.id ?? "";
    const tookPart = ({ participants }: (typeof events)[number]) =>
      participants.some(({ node }) => node === participant);
    for (const [where, fits] of [
      [{}, () => true],
      [{ kinds: ["CLOSURE"] }, ({ kind }) => kind === "CLOSURE"],
      [{ during: "1950", certainOnly: true }, ({ date }) => date === "1950"],
      [{ during: "1950" }, ({ date }) => date === undefined || date === "1950"],
      [{ during: "1950?", certainOnly: true }, () => false],
      [{ town: "town/town-3" }, ({ towns }) => towns.includes("town/town-3")],
      [{ participant }, tookPart],
      [{ participant, town: "town/town-1" }, (event) => tookPart(event) && event.towns.includes("town/town-1")],
      [{ phase: "phase/none" }, () => false],
    ] as readonly (readonly [object, (record: (typeof events)[number]) => boolean])[]) {
      const listed = await wholeOf<{ readonly id: string }>(operation, { where }, "events");
      expect([where, listed.map(({ id }) => id)]).toEqual([where, inOrder.filter(fits).map(({ id }) => id)]);
    }
  }, 60_000);

  test("of what is not known are whole: of all, of a kind, of a town", async () => {
    const operation = `query ($town: ID, $kinds: [GapKind!], $first: Int, $after: String) {
      gaps(town: $town, kinds: $kinds, first: $first, after: $after) {
        totalCount
        nodes { kind node { id ... on Organization { name } } period { edtf } }
        pageInfo { hasNextPage endCursor }
      }
    }`;
    interface Gap {
      readonly kind: GapKind;
      readonly node: { readonly id: string; readonly name?: string };
      readonly period: { readonly edtf: string } | null;
    }
    const gaps = (variables: object) => wholeOf<Gap>(operation, variables, "gaps");
    const everything = await gaps({});
    expect(everything.length).toBeGreaterThan(2 * 512);
    expect(new Set(everything.map((gap) => JSON.stringify(gap))).size).toBe(everything.length);
    const successors = new Set(register.records.descents.map(({ successor }) => successor));
    const withoutOrigin = firms.map(({ id }) => id).filter((id) => !successors.has(id));
    const found = everything.filter(({ kind }) => kind === "ORIGIN_UNKNOWN").map(({ node }) => node.id);
    expect(found.toSorted()).toEqual(withoutOrigin.toSorted());
    for (const kind of ["ORIGIN_UNKNOWN", "OWNER_UNKNOWN", "DATE_UNKNOWN", "TOWN_UNKNOWN"]) {
      expect(await gaps({ kinds: [kind] })).toEqual(everything.filter((gap) => gap.kind === kind));
    }
    const { events } = register.records;
    const townsOf = new Map<string, readonly (string | undefined)[]>([
      ...[...firms, ...institutions, ...units].map(({ id, town }) => [id, [town]] as const),
      ...events.map(({ id, towns }) => [id, towns] as const),
    ]);
    // By the names of organizations, after which events come.
    const place = ({ node: { id, name }, kind, period }: Gap): string =>
      `${name === undefined ? "~" : sortKey(name)}\n${gapId(id, kind, period?.edtf)}`;
    expect(everything.map(place)).toEqual(everything.map(place).toSorted());
    for (const town of ["town/town-0", "town/none"]) {
      const inTown = everything.filter(({ node }) => townsOf.get(node.id)?.includes(town));
      expect(await wholeOf<Gap>(operation, { town }, "gaps", 7)).toEqual(inTown);
      for (const kind of ["OWNER_UNKNOWN", "DATE_UNKNOWN"]) {
        const ofKind = inTown.filter((gap) => gap.kind === kind);
        expect(await gaps({ town, kinds: [kind] })).toEqual(ofKind);
      }
    }
    const { data } = await service.ask(operation, { town: "town/town-0", first: 1 });
    const after = (data as { gaps: Connection<Gap> }).gaps.pageInfo.endCursor;
    const { errors } = await service.ask(operation, { town: "town/town-1", first: 1, after });
    expect(errors[0]?.extensions["code"]).toBe("BAD_CURSOR");
  }, 60_000);
});
