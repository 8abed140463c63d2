import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fastify, { type FastifyInstance } from "fastify";
import { registerExplorer } from "../../src/server/explorer.js";
import { playground } from "../../src/server/playground.js";
import { projectRoot } from "../../src/project-root.js";
import { temporaryFolder } from "../temporary-folder.js";

const lodby = join(projectRoot, "tests/fixtures/lodby");

interface Server {
  readonly app: FastifyInstance;
  readonly address: string;
}

/** A server whose endpoint answers `{}`, with the pages that are built in a folder. */
async function serving(folder: string): Promise<Server> {
  const app = fastify();
  app.route({
    url: "/graphql",
    method: ["GET", "POST"],
    onRequest: playground(folder),
    handler: () => ({}),
  });
  await registerExplorer(app, folder, lodby);
  return { app, address: await app.listen({ port: 0, host: "127.0.0.1" }) };
}

const browsers = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

describe("the endpoint", () => {
  let server: Server;
  beforeAll(async () => {
    const folder = temporaryFolder("explorer");
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "playground.html"), "<!doctype html>");
    writeFileSync(join(folder, "index.html"), "<!doctype html><p>explorer");
    writeFileSync(join(folder, "assets/editor-1a2b.js"), "export {};");
    writeFileSync(join(folder, "assets/editor-1a2b.js.gz"), gzipSync("export {}; // smaller"));
    server = await serving(folder);
  });
  afterAll(() => server.app.close());

  test.each([browsers, "text/html", "application/json;q=0.5, text/html"])(
    "answers with a page to %s",
    async (accept) => {
      const response = await fetch(`${server.address}/graphql`, { headers: { accept } });
      expect(await response.text()).toBe("<!doctype html>");
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": expect.stringContaining("default-src 'self'"),
        "cache-control": "no-cache",
        vary: "accept",
      });
    },
  );

  test.each(["*/*", "application/json", "application/graphql-response+json, text/html;q=0.9", "image/png"])(
    "answers in JSON to %s",
    async (accept) => {
      const response = await fetch(`${server.address}/graphql`, { headers: { accept } });
      expect(await response.json()).toEqual({});
      expect(response.headers.get("vary")).toBe("accept");
    },
  );

  test("answers a POST request in JSON whatever it accepts", async () => {
    const response = await fetch(`${server.address}/graphql`, { method: "POST", headers: { accept: browsers } });
    expect(await response.json()).toEqual({});
  });

  test.each(["/", "/firm/sensonor", "/search?q=x"])("of %s sends browsers the explorer", async (path) => {
    const response = await fetch(`${server.address}${path}`, { headers: { accept: browsers } });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("<!doctype html><p>explorer");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe");
  });

  test.each([
    ["GET", "*/*"],
    ["POST", browsers],
  ])("has nothing else at other addresses for %s of %s", async (method, accept) => {
    const response = await fetch(`${server.address}/firm/sensonor`, { method, headers: { accept } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: "there is nothing at /firm/sensonor; GraphQL is at /graphql" });
  });

  test("sends the dataset's files, and nothing else of its folder", async () => {
    const file = await fetch(`${server.address}/data/base.yaml`);
    expect(await file.text()).toBe(readFileSync(join(lodby, "base.yaml"), "utf8"));
    expect((await fetch(`${server.address}/data/%2e%2e/lodby.md`)).status).toBe(404);
    expect((await fetch(`${server.address}/data/..%2f..%2fservice.ts`)).status).toBeGreaterThanOrEqual(400);
  });

  test("has the page's parts kept for good, and sends them compressed to who takes them so", async () => {
    const part = `${server.address}/assets/editor-1a2b.js`;
    const plain = await fetch(part, { headers: { "accept-encoding": "identity" } });
    expect(await plain.text()).toBe("export {};");
    expect(plain.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const smaller = await fetch(part, { headers: { "accept-encoding": "gzip" } });
    expect(await smaller.text()).toBe("export {}; // smaller");
    expect(smaller.headers.get("content-type")).toMatch(/javascript/);
  });
});

test("where the page is not built, a browser is told how to, and all else goes on", async () => {
  const { app, address } = await serving(temporaryFolder("nothing"));
  const told = await fetch(`${address}/graphql`, { headers: { accept: browsers } });
  expect(told.status).toBe(503);
  expect(await told.text()).toContain("npm run build:explorer");
  const home = await fetch(address, { headers: { accept: browsers } });
  expect([home.status, await home.text()]).toEqual([503, expect.stringContaining("npm run build:explorer")]);
  expect(await (await fetch(`${address}/graphql`)).json()).toEqual({});
  await app.close();
});
