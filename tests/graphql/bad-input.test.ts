import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

describe.each(engines)("bad input: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open());
  }, 60_000);
  afterAll(() => service.close());

  test.each([
    'node(id: "firm/none") { id }',
    'organization(id: "town/lodby") { id }',
    'firm(id: "") { id }',
    'town(id: "town/none") { id }',
    'lineagePaths(from: "firm/none", to: "firm/lodby-works") { complete }',
    'commonAncestors(of: ["firm/none", "firm/lodby-works"]) { distances }',
    'node(id: "firm/lodby-works\\"}) DETACH DELETE n //") { id }',
    'node(id: "\\u0000") { id }',
  ])("an id of nothing gives null: %s", async (field) => {
    const { status, data, errors } = await service.ask(`{ it: ${field} }`);
    expect({ status, data, errors }).toEqual({ status: 200, data: { it: null }, errors: undefined });
  });

  test("ids of nothing among others are null, in order", async () => {
    const { data } = await service.ask(`{ nodes(ids: ["firm/none", "town/lodby", "x"]) { id } }`);
    expect(data).toEqual({ nodes: [null, { id: "town/lodby" }, null] });
  });

  test.each<readonly [string, string, RegExp]>([
    [
      "a page beyond the limit",
      "organizations(first: 501) { totalCount }",
      /^LIMIT_EXCEEDED: expected first of at most 500; got 501$/,
    ],
    [
      "a page below nothing",
      "organizations(first: -1) { totalCount }",
      /^BAD_USER_INPUT: expected first from 0 to 500; got -1$/,
    ],
    [
      "both ends at once",
      "organizations(first: 1, last: 1) { totalCount }",
      /^BAD_USER_INPUT: expected first or last; got both$/,
    ],
    [
      "a foreign cursor",
      'organizations(after: "nonsense") { totalCount }',
      /^BAD_CURSOR: expected a cursor of organizations by NAME ASC; got "nonsense"$/,
    ],
    [
      "a cursor of another list",
      `events(after: "${Buffer.from(JSON.stringify([1, "people", "a", "b"])).toString("base64url")}") { totalCount }`,
      /^BAD_CURSOR: expected a cursor of events; got/,
    ],
    [
      "too deep a lineage",
      'organization(id: "firm/lodby-works") { descendants(maxDepth: 26) { totalCount } }',
      /^LIMIT_EXCEEDED: expected maxDepth of at most 25; got 26$/,
    ],
    [
      "too many ids",
      `nodes(ids: [${'"a", '.repeat(501)}]) { id }`,
      /^LIMIT_EXCEEDED: expected at most 500 ids; got 501$/,
    ],
    [
      "the last owners at no date",
      "organizations(where: { ownedBy: { ultimate: true } }) { totalCount }",
      /^BAD_USER_INPUT: expected at beside ultimate in ownedBy; got none$/,
    ],
    [
      "a depth below nothing",
      "organizations(where: { descendsFrom: { organization: {}, maxDepth: -1 } }) { totalCount }",
      /^BAD_USER_INPUT: expected maxDepth of at least 0; got -1$/,
    ],
    [
      "one ancestor of one",
      'commonAncestors(of: ["firm/lodby-works"]) { distances }',
      /^BAD_USER_INPUT: expected at least two ids; got 1$/,
    ],
    [
      "too long a way",
      'lineagePaths(from: "a", to: "b", maxLength: 51) { complete }',
      /^LIMIT_EXCEEDED: expected maxLength from 0 to 50; got 51$/,
    ],
  ])("%s is refused with its code and what was expected", async (_what, field, expected) => {
    const { errors } = await service.ask(`{ it: ${field} }`);
    expect(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`)).toEqual([
      expect.stringMatching(expected),
    ]);
    expect(errors[0]?.path?.[0]).toBe("it");
  });

  test.each(["1987-13", "", "199", "2001-21", "1987-06-02T10:00", "XXXX", "Y17000", "1987/1986", "tomorrow", "١٩٨٧"])(
    "%j is no date, as a literal and as a variable alike",
    async (at) => {
      const literal = await service.ask(
        `{ organization(id: "firm/lodby-works") { stateOwned(at: ${JSON.stringify(at)}) } }`,
      );
      const variable = await service.ask(
        `query($at: EDTF!) { organization(id: "firm/lodby-works") { stateOwned(at: $at) } }`,
        { at },
      );
      for (const { status, errors } of [literal, variable]) {
        expect(status).toBe(400);
        expect(errors[0]?.extensions.code).toBe("BAD_EDTF");
        expect(errors[0]?.message).toMatch(/expected (an EDTF|a period whose end is not before its start)/);
        expect(errors[0]?.message).toContain(JSON.stringify(at));
      }
    },
  );

  test("a value that is none of an enum is refused, with its code", async () => {
    const { status, errors } = await service.ask(`{ organizations(where: { kinds: [SHOP] }) { totalCount } }`);
    expect([status, errors[0]?.extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
  });

  test("one failure leaves the rest of an answer as it is", async () => {
    const { data, errors } = await service.ask(`{
      organization(id: "firm/lodby-works") { id descendants(first: 501) { totalCount } ancestors { totalCount } }
      towns { id }
    }`);
    expect(data).toEqual({
      organization: { id: "firm/lodby-works", descendants: null, ancestors: { totalCount: 0 } },
      towns: [{ id: "town/lodby" }],
    });
    expect(errors.map(({ path }) => path)).toEqual([["organization", "descendants"]]);
  });
});
