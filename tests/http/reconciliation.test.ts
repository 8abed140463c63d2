import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

// What the specification demands (https://reconciliation-api.github.io/specs/0.2/), and nothing beyond it.
const withId = z.string().regex(/\{\{id\}\}/);
const type = z.strictObject({ id: z.string(), name: z.string() });
const service = z.strictObject({ service_url: z.url(), service_path: z.string().startsWith("/") });
const manifest = z.strictObject({
  versions: z.array(z.string()).refine((versions) => versions.includes("0.2")),
  name: z.string(),
  identifierSpace: z.url(),
  schemaSpace: z.url(),
  defaultTypes: z.array(type),
  view: z.strictObject({ url: withId }),
  preview: z.strictObject({ url: withId, width: z.int(), height: z.int() }),
  suggest: z.strictObject({ entity: service, property: service, type: service }),
  extend: z.strictObject({ propose_properties: service, property_settings: z.array(z.unknown()) }),
});
const candidate = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  type: z.array(type),
  score: z.number(),
  match: z.boolean(),
  features: z.array(z.strictObject({ id: z.string(), value: z.union([z.number(), z.boolean()]) })),
});
const results = z.record(z.string(), z.strictObject({ result: z.array(candidate) }));
const suggestions = z.strictObject({
  result: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      description: z.string().optional(),
      notable: z.array(type).optional(),
    }),
  ),
});
const extension = z.strictObject({
  meta: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  rows: z.record(
    z.string(),
    z.record(
      z.string(),
      z.array(z.union([z.strictObject({ id: z.string(), name: z.string() }), z.strictObject({ str: z.string() })])),
    ),
  ),
});
const proposal = z.strictObject({ type: z.string(), properties: z.array(type) });

describe.each(engines)("reconciliation: $name", ({ open }) => {
  let opphav: TestService;

  beforeAll(async () => {
    opphav = await startService(await open(), bundled());
  }, 120_000);

  afterAll(() => opphav.close());

  /** As OpenRefine asks: a form with JSON in it. */
  async function reconciled(queries: object) {
    const response = await opphav.post("/reconcile", new URLSearchParams({ queries: JSON.stringify(queries) }));
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    return results.parse(await response.json());
  }

  test("tells what it offers, with addresses that answer", async () => {
    const told = manifest.parse(await (await opphav.get("/reconcile")).json());
    expect(told.defaultTypes.map(({ id }) => id)).toEqual(expect.arrayContaining(["firm", "institution", "person"]));
    for (const { service_url: address, service_path: path } of Object.values(told.suggest)) {
      expect(suggestions.parse(await (await fetch(`${address}${path}?prefix=to`)).json()).result).not.toEqual([]);
    }
    const { service_url: address, service_path: path } = told.extend.propose_properties;
    expect(proposal.parse(await (await fetch(`${address}${path}?type=firm`)).json()).properties).not.toEqual([]);
    const preview = await fetch(told.preview.url.replace("{{id}}", encodeURIComponent("firm/sensonor")));
    expect(await preview.text()).toContain("<h1>SensoNor AS</h1>");
    const view = await fetch(told.view.url.replace("{{id}}", "firm/sensonor"), { headers: { accept: "text/html" } });
    expect([200, 503]).toContain(view.status);
  });

  test("finds names as they are written, and as they are misspelt", async () => {
    const { a, b, c, d } = await reconciled({
      a: { query: "SensoNor AS" },
      b: { query: "Kongsberg Vaapenfabrik" },
      c: { query: "firm/sensonor" },
      d: { query: "nobody at all" },
    });
    expect(a?.result[0]).toMatchObject({ id: "firm/sensonor", score: 100, match: true });
    expect(b?.result[0]).toMatchObject({ id: "firm/kongsberg-vapenfabrikk" });
    expect(c?.result).toMatchObject([{ id: "firm/sensonor", match: true }]);
    expect(d?.result.filter(({ match }) => match)).toEqual([]);
  });

  test("takes only the types asked for, and as many as asked for", async () => {
    const { a, b } = await reconciled({
      a: { query: "Halden", type: "town", limit: 1 },
      b: { query: "Halden", type: ["no-type-of-ours"] },
    });
    expect(a?.result).toMatchObject([{ id: "town/halden", type: [{ id: "town" }], match: true }]);
    expect(b?.result).toEqual([]);
  });

  test("ranks higher what has the properties given, by id or by words, and tells which", async () => {
    const query = (v: unknown) => ({ query: "Norcontrol", type: "firm", properties: [{ pid: "origin", v }] });
    const { byId, byWords, other } = await reconciled({
      byId: query({ id: "firm/kongsberg-vapenfabrikk", name: "whatever" }),
      byWords: query(["nothing", "Kongsberg Weapons Factory"]),
      other: query("Sensonor"),
    });
    for (const result of [byId, byWords]) {
      expect(result?.result[0]).toMatchObject({ id: "firm/norcontrol", score: 100, match: true });
      expect(result?.result[0]?.features).toContainEqual({ id: "origin", value: true });
    }
    expect(other?.result[0]).toMatchObject({ id: "firm/norcontrol", score: 70, match: false });
  });

  test("adds columns from the graph", async () => {
    const extend = {
      ids: ["firm/sensonor", "firm/none", "town/halden"],
      properties: ["owner", "founded", "town", "none"].map((id) => ({ id })),
    };
    const response = await opphav.post("/reconcile", new URLSearchParams({ extend: JSON.stringify(extend) }));
    const { rows } = extension.parse(await response.json());
    const nothing = { owner: [], founded: [], town: [], none: [] };
    expect(rows).toEqual({
      "firm/sensonor": {
        owner: [{ id: "firm/infineon", name: "Infineon Technologies AG" }],
        founded: [{ str: "1985" }],
        town: [{ id: "town/horten", name: "Horten" }],
        none: [],
      },
      "firm/none": nothing,
      "town/halden": nothing,
    });
  });

  test.each([
    ["queries", "no JSON", "expected queries as the API of version 0.2 has them"],
    ["queries", '{"a":{"query":3}}', "expected string, received number"],
    ["extend", "{}", "expected extend as the API of version 0.2 has them"],
    ["queries", JSON.stringify(Object.fromEntries(Array.from({ length: 501 }, (_, n) => [n, {}]))), "at most 500"],
  ])("refuses %s of %s", async (name, value, message) => {
    const response = await opphav.post("/reconcile", new URLSearchParams({ [name]: value }));
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining(message) },
    });
  });
});
