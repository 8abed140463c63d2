import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { load } from "../../src/dataset/write/load.js";
import type { Graph } from "../../src/graph/graph.js";
import { noticeWithin } from "../../src/graph/graph.js";
import { engines } from "../engines.js";
import { type TestService, lodby, startService } from "../service.js";

const query = '{ dataset { version } organization(id: "firm/lodby-works") { name } }';
const preflight = { "apollo-require-preflight": "true" };

function address(operation: string, more: Readonly<Record<string, string>> = {}): string {
  return `/graphql?${new URLSearchParams({ query: operation, ...more }).toString()}`;
}

describe.each(engines)("answers that were given before: $name", ({ open }) => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await open({ grace: 0 });
    service = await startService(graph, lodby, { OPPHAV_API_KEYS: "secret", OPPHAV_MAX_COST: "200" });
  }, 60_000);
  afterAll(() => service.close());

  test("are given again without a statement, and the log names their operation", async () => {
    const named = "query Towns($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const first = await service.ask(named, { ids: ["town/lodby"] });
    expect(service.statements()).not.toEqual([]);
    expect(await service.ask(named, { ids: ["town/lodby"] })).toEqual(first);
    expect(service.statements()).toEqual([]);
    await service.get("/health/live");
    expect(service.log.filter(({ operationName }) => operationName === "Towns")).toHaveLength(2);
  });

  test("are told apart by variables, by the form that is accepted, by what is asked beside, and by the caller's key", async () => {
    const asked = "query($id: ID!) { organization(id: $id) { id citations { locator } } }";
    const works = { id: "firm/lodby-works" };
    const ran = async (...beside: Parameters<TestService["ask"]>): Promise<boolean> => {
      await service.ask(...beside);
      return service.statements().length > 0;
    };
    await service.ask(asked, works);
    expect(await ran(asked, works)).toBe(false);
    expect(await ran(asked, { id: "firm/lodby-instruments" })).toBe(true);
    const { extensions } = await service.ask(asked, works, { headers: { "opphav-provenance": "true" } });
    expect(extensions?.["provenance"]).not.toEqual([]);
    expect(await service.ask(asked, works)).not.toHaveProperty("extensions");
    expect((await service.ask(asked, works, { extensions: { provenance: true } })).extensions).toEqual(extensions);

    const much = "{ organizations(first: 250) { nodes { id } } }";
    await service.ask(much, {}, { headers: { authorization: "Bearer secret" } });
    expect((await service.ask(much)).errors[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  });

  test("are not those with errors, nor those that tell how they were made", async () => {
    const wrong = '{ organizations(after: "x") { totalCount } }';
    const [first, second] = [await service.ask(wrong), await service.ask(wrong)];
    expect(second.errors[0]?.extensions.id).not.toBe(first.errors[0]?.extensions.id);
    await service.ask("{ towns { id name } }");
    const told = await service.ask("{ towns { id name } }", {}, { extensions: { limits: true } });
    expect(told.extensions?.["limits"]).toBeDefined();
    expect(await service.ask("{ towns { id name } }")).not.toHaveProperty("extensions");
  });

  test("do not let in what is refused: a request of another page, or text that is no JSON", async () => {
    await (await service.get(address(query), preflight)).text();
    const fromElsewhere = await service.get(address(query));
    expect(fromElsewhere.status).toBe(400);
    expect(fromElsewhere.headers.get("cache-control")).toBe("no-store");
    const broken = await fetch(`${service.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
  });

  test("to GET can be held by any HTTP cache, and asked for by the operation's hash alone", async () => {
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
    await (await service.get(address(query, { extensions }), preflight)).text();
    const byHash = `/graphql?${new URLSearchParams({ extensions }).toString()}`;
    const whole = await service.get(byHash, preflight);
    const etag = whole.headers.get("etag");
    expect(await whole.json()).toMatchObject({ data: { organization: { name: "Lodby Verk" } } });
    expect(whole.headers.get("cache-control")).toBe("public, max-age=1, must-revalidate");
    expect(whole.headers.get("vary")).toBe("accept, authorization, opphav-provenance");
    for (const kept of [etag, `"other", ${etag}`, `W/${etag}`]) {
      const held = await service.get(byHash, { ...preflight, "if-none-match": String(kept) });
      expect([held.status, await held.text(), held.headers.get("etag")]).toEqual([304, "", etag]);
    }
    const other = await service.get(byHash, { ...preflight, "if-none-match": '"other"' });
    expect([other.status, other.headers.get("etag")]).toEqual([200, etag]);
    const wrong = await service.get(address('{ organizations(after: "x") { totalCount } }'), preflight);
    expect([wrong.headers.get("etag"), wrong.headers.get("cache-control")]).toEqual([null, "no-store"]);
  });

  test("are gone soon after a load, and none is of two versions", async () => {
    const works = lodby.records.firms.find(({ id }) => id === "firm/lodby-works");
    if (works === undefined) throw new Error("expected Lodby's works among its firms; they are not there");
    const others = lodby.records.firms.filter((firm) => firm !== works);
    const names = (name: string) => [{ name, language: "NB" as const, certainty: "STATED" as const }];
    const versions = new Map([[lodby.version, "Lodby Verk"]]);
    const asked = "query($id: ID!) { dataset { version } organization(id: $id) { name } }";
    const enough = new AbortController();
    const seen: string[] = [];
    const asking = (async () => {
      while (!enough.signal.aborted) {
        const { data } = await service.ask(asked, { id: works.id });
        const { dataset, organization } = data as { dataset: { version: string }; organization: { name: string } };
        seen.push(`${dataset.version} ${organization.name}`);
      }
    })();
    for (const version of ["1", "2", "3"]) {
      const name = `Works ${version}`;
      versions.set(version, name);
      await load(graph, {
        ...lodby,
        version,
        records: { ...lodby.records, firms: [{ ...works, names: names(name) }, ...others] },
      });
      const loaded = performance.now();
      while (seen.at(-1) !== `${version} ${name}`) {
        expect(performance.now() - loaded).toBeLessThan(noticeWithin + 1_500);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
    enough.abort();
    await asking;
    const mixed = seen.filter((each) => {
      const [version = "", ...name] = each.split(" ");
      return versions.get(version) !== name.join(" ");
    });
    expect(mixed).toEqual([]);
  }, 120_000);
});
