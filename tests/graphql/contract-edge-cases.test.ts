import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";
import { operation } from "./operations.js";

/** What the operations of the contract answer at the edges: nothing there, vague dates, odd text, too much. */
const cases: readonly (readonly [number: string, what: string, variables: object, answer: object])[] = [
  ["01", "no time at all", { at: "1700" }, { data: { firms: { totalCount: 0, nodes: [] } } }],
  // The foundry was there until 1997: possibly.
  ["01", "a decade", { at: "199X" }, { data: { firms: { totalCount: 3 } } }],
  ["01", "a doubtful year", { at: "1999?" }, { data: { firms: { totalCount: 2 } } }],
  ["01", "no date", { at: "the nineties" }, { errors: [{ extensions: { code: "BAD_EDTF" } }] }],
  ["01", "a season", { at: "1999-21" }, { errors: [{ extensions: { code: "BAD_EDTF" } }] }],
  ["02", "an id that is none", { root: "firm/none" }, { data: { organization: null } }],
  ["02", "another kind of node", { root: "town/lodby" }, { data: { organization: null } }],
  ["02", "no depth", { root: "firm/lodby-works", depth: 0 }, { data: { organization: { id: "firm/lodby-works" } } }],
  [
    "02",
    "a depth below none",
    { root: "firm/lodby-works", depth: -1 },
    { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] },
  ],
  [
    "02",
    "too great a depth",
    { root: "firm/lodby-works", depth: 26 },
    { errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }] },
  ],
  [
    "03",
    "before it was there",
    { id: "firm/lodby-works", at: "1889" },
    { data: { organization: { stateOwned: "NO", owners: [] } } },
  ],
  [
    "03",
    "an open period",
    { id: "firm/lodby-instruments", at: "1988/.." },
    { data: { organization: { stateOwned: "POSSIBLY" } } },
  ],
  ["03", "an empty date", { id: "firm/lodby-works", at: "" }, { errors: [{ extensions: { code: "BAD_EDTF" } }] }],
  ["04", "an id that is none", { a: "firm/none", b: "firm/lodby-works" }, { data: { lineagePaths: null } }],
  ["04", "itself", { a: "firm/lodby-works", b: "firm/lodby-works" }, { data: { lineagePaths: { complete: true } } }],
  [
    "04",
    "no way",
    { a: "firm/lodby-works", b: "firm/nordic-holding" },
    { data: { lineagePaths: { complete: true, nodes: [] } } },
  ],
  ["05", "an id that is none", { town: "town/none" }, { data: { town: null } }],
  ["05", "a country", { town: "place/norway" }, { data: { town: null } }],
  ["06", "nothing", { text: "" }, { data: { search: { totalCount: 0, edges: [] } } }],
  ["06", "signs alone", { text: "%_*.?()[]" }, { data: { search: { totalCount: 0 } } }],
  [
    "06",
    "letters in two parts",
    { text: "O\u0308rmen Sensorer" },
    { data: { search: { edges: [{ node: { id: "firm/ormen-sensors" } }] } } },
  ],
  ["06", "another script", { text: "Лодби 歴史 🏭" }, { data: { search: { totalCount: 0 } } }],
  ["07", "no names", { names: [] }, { data: { identify: [] } }],
  [
    "07",
    "empty ones",
    { names: ["", " "] },
    {
      data: {
        identify: [
          { name: "", candidates: [] },
          { name: " ", candidates: [] },
        ],
      },
    },
  ],
  [
    "07",
    "too many",
    { names: Array.from({ length: 501 }, String) },
    { errors: [{ extensions: { code: "LIMIT_EXCEEDED" } }] },
  ],
  ["08", "an id that is none", { id: "institution/none" }, { data: { organization: null } }],
  ["08", "a decade", { id: "firm/lodby-works", at: "194X" }, { data: { organization: { name: "Lodby Verk" } } }],
  ["09", "a measure that is none", { measure: "happiness" }, { data: { compareTowns: { unit: "", rows: [] } } }],
  ["09", "dates of which nothing is known", { from: "1850", to: "1851" }, { data: { compareTowns: { rows: [] } } }],
  ["09", "no date", { from: "soon" }, { errors: [{ extensions: { code: "BAD_EDTF" } }] }],
  ["10", "no tables", { tables: [] }, { data: { observations: { totalCount: 0 }, observationGroups: [] } }],
  [
    "10",
    "a table that is none",
    { tables: ["99.9"] },
    { data: { observations: { totalCount: 0 }, observationGroups: [] } },
  ],
  [
    "11",
    "a town that is none",
    { town: "town/none" },
    { data: { contradictions: { totalCount: 0 }, gaps: { totalCount: 0 } } },
  ],
  ["12", "a town that is none", { town: "town/none" }, { data: { institutions: { nodes: [] } } }],
  [
    "13",
    "a filter that nothing fulfils",
    { where: { or: [] } },
    { data: { organizations: { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } },
  ],
  [
    "13",
    "a cursor of another list",
    { after: Buffer.from('[1,"events",0,"a"]').toString("base64url") },
    { errors: [{ extensions: { code: "BAD_CURSOR" } }] },
  ],
  ["13", "a cursor that is none", { after: "💥" }, { errors: [{ extensions: { code: "BAD_CURSOR" } }] }],
  ["14", "no ids", { ids: [] }, { data: { nodes: [] } }],
  [
    "14",
    "ids that are none",
    { ids: ["", "firm/", "../firm", "FIRM/LODBY-WORKS"] },
    { data: { nodes: [null, null, null, null] } },
  ],
  [
    "14",
    "one id twice",
    { ids: ["town/lodby", "town/lodby"] },
    { data: { nodes: [{ id: "town/lodby" }, { id: "town/lodby" }] } },
  ],
];

describe.each(engines)("operations of the contract at the edges: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open());
  }, 60_000);
  afterAll(() => service.close());

  test.each(cases)("operation %s: %s", async (number, _what, variables, answer) => {
    const came = await service.ask(operation(number), variables as never);
    expect(came).toMatchObject(answer);
    if (!("errors" in answer)) expect(came.errors).toBeUndefined();
  });

  test.each([0, 500, 501, -1, 2_147_483_647])("a page of %d", async (first) => {
    const { data, errors } = await service.ask(
      `query($first: Int) { organizations(first: $first) { totalCount nodes { id } } }`,
      { first },
    );
    if (first >= 0 && first <= 500) {
      const { totalCount, nodes } = (data as { organizations: { totalCount: number; nodes: unknown[] } }).organizations;
      expect(nodes).toHaveLength(Math.min(first, totalCount));
    } else expect(errors[0]?.extensions.code).toBe(first < 0 ? "BAD_USER_INPUT" : "LIMIT_EXCEEDED");
  });
});
