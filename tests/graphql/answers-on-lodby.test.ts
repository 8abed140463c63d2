import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string;
  readonly endCursor: string;
}

describe.each(engines)("what is asked of Lodby: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open());
  }, 60_000);
  afterAll(() => service.close());

  const ask = async (operation: string, variables: Readonly<Record<string, unknown>> = {}): Promise<never> => {
    const { data, errors } = await service.ask(operation, variables);
    expect(errors).toBeUndefined();
    return data;
  };
  const idsOf = async (where: object, more = ""): Promise<string[]> => {
    const data = await ask(
      `query($where: OrganizationFilter) { organizations(where: $where${more}) { nodes { id } totalCount } }`,
      { where },
    );
    const { nodes, totalCount } = (data as { organizations: { nodes: { id: string }[]; totalCount: number } })
      .organizations;
    if (more === "") expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }) => id.slice(id.indexOf("/") + 1));
  };

  test("firms that descend from a former state company, each with its way", async () => {
    const data = await ask(`{
      firms(where: { existingAt: "1999", descendsFrom: { organization: { formerStateCompany: true } } }) {
        nodes { id ancestors(where: { formerStateCompany: true }) { edges { depth certainty alternatives node { id } path { mechanism predecessor { id } citations { locator } } } } }
      }
    }`);
    expect(data).toEqual({
      firms: {
        nodes: [
          {
            id: "firm/lodby-instruments",
            ancestors: {
              edges: [
                {
                  depth: 1,
                  certainty: "STATED",
                  alternatives: false,
                  node: { id: "firm/lodby-works" },
                  path: [
                    {
                      mechanism: "DIVISION_SPLIT",
                      predecessor: { id: "firm/lodby-works" },
                      citations: [{ locator: "p. 9" }],
                    },
                  ],
                },
              ],
            },
          },
          {
            id: "firm/ormen-sensors",
            ancestors: {
              edges: [
                {
                  depth: 1,
                  certainty: "INFERRED",
                  alternatives: false,
                  node: { id: "firm/lodby-instruments" },
                  path: [
                    {
                      mechanism: "EMPLOYEE_SPIN_OFF",
                      predecessor: { id: "firm/lodby-instruments" },
                      citations: [{ locator: "p. 12" }],
                    },
                  ],
                },
                {
                  depth: 2,
                  certainty: "INFERRED",
                  alternatives: false,
                  node: { id: "firm/lodby-works" },
                  path: [
                    {
                      mechanism: "EMPLOYEE_SPIN_OFF",
                      predecessor: { id: "firm/lodby-instruments" },
                      citations: [{ locator: "p. 12" }],
                    },
                    {
                      mechanism: "DIVISION_SPLIT",
                      predecessor: { id: "firm/lodby-works" },
                      citations: [{ locator: "p. 9" }],
                    },
                  ],
                },
              ],
            },
          },
        ],
      },
    });
  });

  test("what came out through a unit descends from the unit, too, unless that is not wanted", async () => {
    const operation = `query($throughUnits: Boolean!) {
      organization(id: "unit/instrument-division") {
        offshoots { totalCount }
        descendants(along: { throughUnits: $throughUnits }) { nodes { id } edges { path { derived } } }
      }
    }`;
    expect(await ask(operation, { throughUnits: true })).toEqual({
      organization: {
        offshoots: { totalCount: 0 },
        descendants: {
          nodes: [{ id: "firm/lodby-instruments" }, { id: "firm/ormen-sensors" }],
          edges: [{ path: [{ derived: true }] }, { path: [{ derived: true }, { derived: false }] }],
        },
      },
    });
    expect(await ask(operation, { throughUnits: false })).toMatchObject({
      organization: { descendants: { nodes: [] } },
    });
  });

  test("an initiative is followed only where it is asked for by name", async () => {
    const ancestors = (along: string): Promise<unknown> =>
      ask(`{ organization(id: "firm/ormen-sensors") { ancestors(along: ${along}) { nodes { id } } } }`);
    expect(await ancestors("{ mechanisms: [INITIATIVE] }")).toEqual({
      organization: { ancestors: { nodes: [{ id: "firm/institute-labs" }] } },
    });
    expect(await ancestors("{ minCertainty: STATED }")).toEqual({ organization: { ancestors: { nodes: [] } } });
    expect(await ancestors("{ continuity: [TECHNOLOGY] }")).toEqual({
      organization: { ancestors: { nodes: [{ id: "firm/lodby-instruments" }] } },
    });
  });

  test("a depth that cuts the lineage off is said", async () => {
    const complete = async (maxDepth: number): Promise<unknown> =>
      ask(`{ organization(id: "firm/lodby-works") { descendants(maxDepth: ${maxDepth}) { complete totalCount } } }`);
    expect(await complete(0)).toMatchObject({ organization: { descendants: { complete: false, totalCount: 0 } } });
    expect(await complete(1)).toMatchObject({ organization: { descendants: { complete: false, totalCount: 2 } } });
    expect(await complete(2)).toMatchObject({ organization: { descendants: { complete: true, totalCount: 3 } } });
  });

  test.each([
    ["1984", "YES"],
    ["1985", "POSSIBLY"],
    ["1986", "YES"],
    ["1988", "POSSIBLY"],
    ["1989", "NO"],
  ])("in %s the works or what came of it was the state's: %s", async (at, truth) => {
    const id = at < "1985" ? "firm/lodby-works" : "firm/lodby-instruments";
    expect(await ask(`{ organization(id: "${id}") { stateOwned(at: "${at}") } }`)).toEqual({
      organization: { stateOwned: truth },
    });
  });

  test("a relation holds at most while its ends are there, however vaguely it is dated", async () => {
    const data = await ask(`{ organization(id: "firm/lodby-instruments") {
      before: owners(at: "1980") { owner { __typename } } after: owners(at: "2003") { owner { __typename } holds(at: "2003") }
      collaborations(at: "1980") { form }
    } }`);
    expect(data).toEqual({
      organization: {
        before: [],
        after: [
          { owner: { __typename: "Group" }, holds: "POSSIBLY" },
          { owner: { __typename: "Firm" }, holds: "YES" },
        ],
        collaborations: [],
      },
    });
  });

  test("the name is the one in use at the date, in a year of change the later one", async () => {
    const data = await ask(`{ organization(id: "firm/lodby-works") {
      before: name(at: "1800") first: name(at: "1900") changed: name(at: "1946") second: name(at: "1950") latest: name
      english: name(language: EN)
    } }`);
    expect(data).toEqual({
      organization: {
        before: "Lodby Jernverk",
        first: "Lodby Jernverk",
        changed: "Lodby Verk",
        second: "Lodby Verk",
        latest: "Lodby Verk",
        english: "Lodby Verk",
      },
    });
  });

  test("what is observed holds: a snapshot of 1996 and one of 1999 say that it held between", async () => {
    const data = await ask(`{ organization(id: "firm/ormen-sensors") {
      owners { observedAt before: holds(at: "1995") between: holds(at: "1997") after: holds(at: "2000") }
      certain: owners(at: "2000", certainOnly: true) { share }
      existence { edtf covers(at: "1998") }
    } }`);
    expect(data).toMatchObject({
      organization: {
        owners: [{ observedAt: "1996/1999", before: "POSSIBLY", between: "YES", after: "POSSIBLY" }],
        certain: [],
        existence: { edtf: "1991~/", covers: "YES" },
      },
    });
    expect(await idsOf({ ids: ["firm/ormen-sensors"], existingAt: "1998", certainOnly: true })).toEqual([
      "ormen-sensors",
    ]);
  });

  test.each<readonly [object, readonly string[]]>([
    [{ existingAt: "1986", firmKinds: ["CONTRACT_SUPPLIER"] }, ["lodby-castings"]],
    [
      { existingAt: "1999", town: "town/lodby", kinds: ["FIRM"], certainOnly: true },
      ["institute-labs", "lodby-instruments", "ormen-sensors"],
    ],
    [{ not: { existingAt: "1999" }, kinds: ["FIRM"] }, ["lodby-castings", "lodby-works", "nordic-holding"]],
    [{ not: { existingAt: "1999" }, kinds: ["FIRM"], certainOnly: true }, ["lodby-castings", "lodby-works"]],
    [{ not: { town: "town/lodby" } }, ["nordic-holding", "state"]],
    [
      { or: [{ country: "place/sweden" }, { phase: "phase/lodby-1" }] },
      ["instrument-division", "lodby-works", "nordic-holding"],
    ],
    [{ or: [] }, []],
    [{ supplies: { nameContains: "INSTRUM" } }, ["lodby-castings"]],
    [{ suppliedBy: { supplies: { sectors: ["sector/instruments"] } } }, ["lodby-instruments"]],
    [{ collaboratesWith: { institutionKinds: ["RESEARCH_INSTITUTE"] } }, ["lodby-instruments", "ormen-sensors"]],
    [{ memberOf: "institution/lodby-institute" }, ["institute-labs"]],
    [{ nameContains: "ormen" }, ["ormen-sensors"]],
    [{ text: "instrumenter", firmKinds: ["SYSTEM_FIRM"] }, ["lodby-works"]],
    [{ locatedIn: "place/norway", existingAt: "1990", certainOnly: true }, ["lodby-instruments"]],
    [
      { ancestorOf: { organization: { ids: ["firm/ormen-sensors"] } } },
      ["instrument-division", "lodby-instruments", "lodby-works"],
    ],
    [
      { descendsFrom: { organization: { formerStateCompany: true }, along: { during: "1985" } }, certainOnly: true },
      ["lodby-castings", "lodby-instruments"],
    ],
    [{ foundedDuring: "1985", certainOnly: true }, ["lodby-castings", "lodby-instruments"]],
    // What is shown in being throughout 1999 may have ended on its last day.
    [
      { endedDuring: "199X" },
      ["institute-labs", "local-owners", "lodby-castings", "nordic-holding", "ormen-sensors", "state"],
    ],
    [{ stateOwnedAt: "1950" }, ["lodby-works"]],
    [{ stateOwnedAt: "1988" }, ["lodby-instruments"]],
    [{ stateOwnedAt: "1988", certainOnly: true }, []],
    [{ stateOwnedAt: "1987", certainOnly: true }, ["lodby-instruments"]],
    [{ not: { stateOwnedAt: "1987" }, ids: ["firm/lodby-instruments", "firm/lodby-castings"] }, ["lodby-castings"]],
    [{ ownedBy: {} }, ["institute-labs", "lodby-instruments", "lodby-works", "ormen-sensors"]],
    [{ ownedBy: { organization: { institutionKinds: ["STATE"] } } }, ["lodby-instruments", "lodby-works"]],
    [{ ownedBy: { organization: { institutionKinds: ["STATE"] }, at: "1987" } }, ["lodby-instruments"]],
    [{ ownedBy: { organization: { not: { country: "place/norway" } }, at: "1999" } }, ["lodby-instruments"]],
    [{ ownedBy: { person: "person/olav-dahl" } }, ["institute-labs"]],
    [{ ownedBy: { person: "person/olav-dahl", organization: {} } }, []],
    [{ ownedBy: { foreign: true } }, ["lodby-instruments"]],
    [{ ownedBy: { foreign: false } }, ["lodby-instruments", "lodby-works"]],
    [{ ownedBy: { countries: ["place/sweden"], minShare: 81 } }, []],
    [{ ownedBy: { at: "1999", minShare: 51 } }, ["institute-labs", "lodby-instruments", "ormen-sensors"]],
    [{ ownedBy: { at: "1999", minShare: 51 }, certainOnly: true }, ["lodby-instruments"]],
    [{ ownedBy: { at: "1999", countries: ["place/sweden"], ultimate: true } }, ["lodby-instruments", "ormen-sensors"]],
    [{ ownedBy: { at: "1999", foreign: true, ultimate: true } }, ["lodby-instruments"]],
    [{ ownedBy: { at: "1999", person: "person/olav-dahl", ultimate: true } }, ["institute-labs"]],
    // 80 percent of at least 50 percent.
    [
      { ownedBy: { at: "1999", countries: ["place/sweden"], ultimate: true, minShare: 40 }, certainOnly: true },
      ["lodby-instruments", "ormen-sensors"],
    ],
    [
      { ownedBy: { at: "1999", countries: ["place/sweden"], ultimate: true, minShare: 41 }, certainOnly: true },
      ["lodby-instruments"],
    ],
    [
      { ownedBy: { at: "1999", countries: ["place/sweden"], ultimate: true, minShare: 80 } },
      ["lodby-instruments", "ormen-sensors"],
    ],
  ])("the filter %j finds %j", async (where, expected) => {
    expect((await idsOf(where)).toSorted()).toEqual([...expected].toSorted());
  });

  test.each(["NAME ASC", "NAME DESC", "FOUNDED ASC", "FOUNDED DESC", "DESCENDANTS ASC", "DESCENDANTS DESC"])(
    "pages by %s meet in both directions, without gaps and doubles",
    async (order) => {
      const [field, direction] = order.split(" ");
      const orderBy = `orderBy: { field: ${field}, direction: ${direction} }`;
      const page = async (args: string): Promise<{ nodes: { id: string }[]; pageInfo: PageInfo }> => {
        const data = await ask(
          `{ organizations(${orderBy}, ${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        );
        return (data as { organizations: never }).organizations;
      };
      const all = (await page("first: 500")).nodes.map(({ id }) => id);
      const forwards: string[] = [];
      for (let from: string | null = ""; from !== null;) {
        const { nodes, pageInfo } = await page(`first: 3${from}`);
        forwards.push(...nodes.map(({ id }) => id));
        from = pageInfo.hasNextPage ? `, after: "${pageInfo.endCursor}"` : null;
      }
      const backwards: string[] = [];
      for (let from: string | null = ""; from !== null;) {
        const { nodes, pageInfo } = await page(`last: 4${from}`);
        backwards.unshift(...nodes.map(({ id }) => id));
        from = pageInfo.hasPreviousPage ? `, before: "${pageInfo.startCursor}"` : null;
      }
      expect(all.length).toBe(10);
      expect({ forwards, backwards }).toEqual({ forwards: all, backwards: all });
    },
  );

  test("unknown founding years come last, whether the oldest or the youngest come first", async () => {
    const unknown = ["group/local-owners", "firm/nordic-holding", "institution/state"].map((id) =>
      id.slice(id.indexOf("/") + 1),
    );
    for (const direction of ["ASC", "DESC"]) {
      const ids = await idsOf({}, `, orderBy: { field: FOUNDED, direction: ${direction} }`);
      expect(ids.slice(-3).toSorted()).toEqual(unknown.toSorted());
    }
  });

  test("first: 0 gives no edges and the count", async () => {
    expect(await ask(`{ organizations(first: 0) { totalCount edges { cursor } pageInfo { hasNextPage } } }`)).toEqual({
      organizations: { totalCount: 10, edges: [], pageInfo: { hasNextPage: true } },
    });
  });

  test("a renamed id leads on", async () => {
    expect(await ask(`{ node(id: "firm/lodby-jernverk") { id } }`)).toEqual({ node: { id: "firm/lodby-works" } });
  });

  test("rival values stand on the record and among the contradictions", async () => {
    expect(
      await ask(`{
        organization(id: "firm/lodby-works") { claims { property value rank citations { locator } } }
        contradictions(town: "town/lodby") { totalCount nodes { about { id label } explanation claims { value } } }
      }`),
    ).toEqual({
      organization: {
        claims: [
          { property: "founded", value: "1892", rank: "NORMAL", citations: [{ locator: "p. 60, table a" }] },
          { property: "founded", value: "1890", rank: "PREFERRED", citations: [{ locator: "p. 3" }] },
        ],
      },
      contradictions: {
        totalCount: 1,
        nodes: [
          {
            about: [{ id: "firm/lodby-works", label: "Lodby Verk" }],
            explanation: "The text has the works begin in 1890, the table in 1892.",
            claims: [{ value: "1890" }, { value: "1892" }],
          },
        ],
      },
    });
  });

  test("the cells of a table, with what they are told apart by", async () => {
    expect(
      await ask(`{
        observations(where: { tables: ["a"] }) { nodes { value missing categories { dimension value total } period { edtf start { edtf } } label } }
        tables { dimensions measures { id unit observationCount } }
        totals: observations(where: { totals: true }) { totalCount }
      }`),
    ).toEqual({
      observations: {
        nodes: [
          {
            value: 120,
            missing: null,
            categories: [{ dimension: "size class", value: "under 50", total: false }],
            period: { edtf: "1998", start: { edtf: "1998" } },
            label: "employment 1998: 120 persons",
          },
          {
            value: null,
            missing: "not given",
            categories: [{ dimension: "size class", value: "over 50", total: false }],
            period: { edtf: "1998", start: { edtf: "1998" } },
            label: "employment 1998: not given",
          },
          {
            value: 320,
            missing: null,
            categories: [{ dimension: "size class", value: "all", total: true }],
            period: { edtf: "1998", start: { edtf: "1998" } },
            label: "employment 1998: 320 persons",
          },
        ],
      },
      tables: [
        {
          dimensions: ["place", "sector", "period", "size class"],
          measures: [{ id: "employment", unit: "persons", observationCount: 5 }],
        },
      ],
      totals: { totalCount: 1 },
    });
  });

  test("the last owners, with the product of the shares as far as they are known", async () => {
    expect(
      await ask(
        `{ organization(id: "firm/ormen-sensors") { ultimateOwners(at: "1999") { share shareAtLeast holds owner { ... on Entity { id } } links { owner { ... on Entity { id } } } } } }`,
      ),
    ).toEqual({
      organization: {
        ultimateOwners: [
          {
            share: null,
            shareAtLeast: 40,
            holds: "YES",
            owner: { id: "firm/nordic-holding" },
            links: [{ owner: { id: "firm/lodby-instruments" } }, { owner: { id: "firm/nordic-holding" } }],
          },
          {
            share: null,
            shareAtLeast: 10,
            holds: "YES",
            owner: { id: "group/local-owners" },
            links: [{ owner: { id: "firm/lodby-instruments" } }, { owner: { id: "group/local-owners" } }],
          },
        ],
      },
    });
  });

  test("what rests on a page or table", async () => {
    const operation = `query($page: Int, $table: String, $first: Int, $after: String) {
      sources { cited(page: $page, table: $table, first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }
    }`;
    const cited = async (variables: object): Promise<unknown> => {
      const { sources } = (await ask(operation, variables as never)) as { sources: { cited: unknown }[] };
      return sources[0]?.cited;
    };
    expect(await cited({ page: 9 })).toEqual({
      totalCount: 2,
      nodes: [{ id: "event/break-up" }, { id: "phase/lodby-2" }],
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
    });
    expect(await cited({ page: 98 })).toMatchObject({ totalCount: 0, nodes: [] });
    const all = (await cited({ first: 500 })) as { totalCount: number; nodes: { id: string }[] };
    expect(all.nodes).toHaveLength(all.totalCount);
    const first = (await cited({ first: 3 })) as { pageInfo: { endCursor: string; hasNextPage: boolean } };
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(await cited({ first: 2, after: first.pageInfo.endCursor })).toMatchObject({ nodes: all.nodes.slice(3, 5) });
  });

  test("what the names of a list may mean, in the order of the list", async () => {
    expect(
      await ask(
        `query($names: [String!]!) { identify(names: $names, kinds: [FIRM], candidates: 1) { name candidates { matched score node { id } } } }`,
        { names: ["Lodby Verk AS", "Nobody", "Ørmen Sensrer"] },
      ),
    ).toEqual({
      identify: [
        {
          name: "Lodby Verk AS",
          candidates: [{ matched: "Lodby Verk", score: 0.98, node: { id: "firm/lodby-works" } }],
        },
        { name: "Nobody", candidates: [] },
        {
          name: "Ørmen Sensrer",
          candidates: [{ matched: "Ørmen Sensorer", score: expect.any(Number), node: { id: "firm/ormen-sensors" } }],
        },
      ],
    });
  });

  test("what is not known, by town and kind", async () => {
    expect(
      await ask(`{
        gaps { nodes { kind period { edtf } node { id } } totalCount }
        elsewhere: gaps(town: "town/none") { totalCount }
        origins: gaps(town: "town/lodby", kinds: [ORIGIN_UNKNOWN], first: 1) { nodes { kind node { id } } pageInfo { hasNextPage } }
      }`),
    ).toEqual({
      gaps: {
        totalCount: 5,
        nodes: [
          // It began in the 1980s, and its owner of 1990 may have sold at once.
          { kind: "OWNER_UNKNOWN", period: { edtf: "1989/1989" }, node: { id: "firm/institute-labs" } },
          { kind: "OWNER_UNKNOWN", period: { edtf: "1991/1999" }, node: { id: "firm/institute-labs" } },
          // No owner is known at all.
          { kind: "OWNER_UNKNOWN", period: { edtf: "1985/1997" }, node: { id: "firm/lodby-castings" } },
          { kind: "ORIGIN_UNKNOWN", period: null, node: { id: "firm/lodby-works" } },
          // Between its grant of 1992 and the first owner that is seen.
          { kind: "OWNER_UNKNOWN", period: { edtf: "1992/1995" }, node: { id: "firm/ormen-sensors" } },
        ],
      },
      elsewhere: { totalCount: 0 },
      origins: {
        nodes: [{ kind: "ORIGIN_UNKNOWN", node: { id: "firm/lodby-works" } }],
        pageInfo: { hasNextPage: false },
      },
    });
  });

  test.each([
    ["Ørmen Sensorer", "firm/ormen-sensors", 1],
    ["ormen sensorer", "firm/ormen-sensors", 0.98],
    ["LODBY STØP A/S", "firm/lodby-castings", 0.98],
    ["lodby stoep", "firm/lodby-castings", 0.5],
    ["Ormen", "firm/ormen-sensors", 0.9],
    ["Ørmen Sensrer", "firm/ormen-sensors", 0.5],
    ["LV", "firm/lodby-works", 1],
    ["Dahl", "person/olav-dahl", 0.8],
    ["divisjonen", "unit/instrument-division", 0.6],
    ["Instrumentdivisjon", "unit/instrument-division", 0.9],
  ])("%s finds %s", async (text, id, atLeast) => {
    const data = await ask(`query($text: String!) { search(text: $text, first: 1) { edges { score node { id } } } }`, {
      text,
    });
    const [hit] = (data as { search: { edges: { score: number; node: { id: string } }[] } }).search.edges;
    expect(hit?.node.id).toBe(id);
    expect(hit?.score).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(["", "   ", "zzzzzz", "\u0000", "%_", 'Lodby") RETURN 1 //'])(
    "%j finds what it finds, and no error",
    async (text) => {
      await ask(
        `query($text: String!) { search(text: $text) { totalCount } organizations(where: { nameContains: $text }) { totalCount } }`,
        { text },
      );
    },
  );
});
