// What a server on the internet is sent beside questions. Engines have no part in it: one is enough.
import { request } from "node:http";
import { type Socket, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { auditServer } from "graphql-http";
import { inMemory } from "../engines.js";
import { type TestService, lodby, startService } from "../service.js";

let service: TestService;
beforeAll(async () => {
  service = await startService(await inMemory.open(), lodby, {
    OPPHAV_HEADERS_SECONDS: "1",
    OPPHAV_BODY_SECONDS: "2",
    OPPHAV_ORIGINS: "https://friend.example",
    OPPHAV_MAX_CONNECTIONS: "100",
  });
}, 60_000);
afterAll(() => service.close());

const towns = JSON.stringify({ query: "{ towns { id } }" });
const answer = { data: { towns: [{ id: "town/lodby" }] } };
const json = { "content-type": "application/json" };

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

async function send({ method = "POST", headers = json, body = towns }: Sent, path = "/graphql") {
  const hasBody = method !== "GET" && method !== "HEAD";
  const response = await fetch(`${service.address}${path}`, { method, headers, ...(hasBody ? { body } : {}) });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** What comes back until the connection ends, of what is written as it stands. */
function raw(write: (socket: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(service.address);
  const socket = connect(Number(port), hostname);
  socket.on("connect", () => {
    write(socket);
  });
  return text(socket);
}

/** No file, no line of a stack, no statement. */
function expectNothingTold(body: string): void {
  expect(body).not.toMatch(/node_modules|\/src\/|\bat .*:\d+:\d+|MATCH \(|Cypher|neo4j|grafeo/i);
}

describe("bodies", () => {
  test.each<readonly [string, Sent, number, string]>([
    ["no JSON", { body: '{"query": "{ towns' }, 400, "BAD_REQUEST"],
    ["nothing", { body: "" }, 400, "BAD_REQUEST"],
    ["JSON that is no object", { body: '"towns"' }, 400, "BAD_REQUEST"],
    ["a batch, which is not taken", { body: `[${towns},${towns}]` }, 400, "BAD_REQUEST"],
    ["no operation", { body: "{}" }, 400, "BAD_REQUEST"],
    ["an operation that is no text", { body: '{"query": {"kind": "Document"}}' }, 400, "BAD_REQUEST"],
    ["variables that are no object", { body: '{"query": "{ towns { id } }", "variables": [1]}' }, 400, "BAD_REQUEST"],
    ["a key for the prototype", { body: '{"query": "{ towns { id } }", "__proto__": {"a": 1}}' }, 400, "BAD_REQUEST"],
    ["more than 256 kB", { body: JSON.stringify({ query: `{ ${"a".repeat(262_144)} }` }) }, 413, "BAD_REQUEST"],
    ["JSON nested a hundred thousand deep", { body: `${"[".repeat(1e5)}${"]".repeat(1e5)}` }, 400, "BAD_REQUEST"],
    ["bytes that are not UTF-8", { body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a]) }, 400, "BAD_REQUEST"],
    [
      "a form",
      { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query=a" },
      415,
      "BAD_REQUEST",
    ],
    ["text, as forms of other pages can send it", { headers: { "content-type": "text/plain" } }, 400, "BAD_REQUEST"],
    ["a file", { headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }, 415, "BAD_REQUEST"],
  ])("%s: refused", async (_name, sent, status, code) => {
    const response = await send(sent);
    expect({ status: response.status, body: JSON.parse(response.body) as unknown }).toEqual({
      status,
      body: { errors: [{ message: expect.any(String), extensions: expect.objectContaining({ code }) }] },
    });
    expectNothingTold(response.body);
  });

  test("one that is compressed is not unpacked", async () => {
    const response = await send({ headers: { ...json, "content-encoding": "gzip" }, body: Buffer.from([0x1f, 0x8b]) });
    expect(response.status).toBe(400);
  });
});

describe("methods and addresses", () => {
  test.each(["PUT", "DELETE", "PATCH"])("%s is not taken, and what is, is told", async (method) => {
    const response = await send({ method });
    expect({ status: response.status, allow: response.headers.get("allow") }).toEqual({
      status: 405,
      allow: "GET, POST",
    });
  });

  test("GET answers queries, to callers that no page of another host can make", async () => {
    const path = `/graphql?query=${encodeURIComponent("{ towns { id } }")}`;
    const asked = await send({ method: "GET", headers: { "apollo-require-preflight": "yes" } }, path);
    expect(JSON.parse(asked.body)).toEqual(answer);
    const simple = await send({ method: "GET", headers: {} }, path);
    expect(simple.status).toBe(400);
    expect(simple.body).toContain("CSRF");
  });

  test.each(["/%00", "/..%2f..%2fetc%2fpasswd", "/data/../package.json", "/assets/%2e%2e/index.html", "/data/%ff"])(
    "%s is nothing",
    async (path) => {
      const response = await raw((socket) => {
        socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
      });
      expect(response).toMatch(/^HTTP\/1.1 40[034] /);
      expectNothingTold(response);
    },
  );
});

describe("hosts and pages of others", () => {
  test.each(["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "169.254.169.254"])(
    "a request to %s is refused",
    async (host) => {
      const { port } = new URL(service.address);
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const options = { port, host: "127.0.0.1", path: "/graphql", method: "POST", headers: { ...json, host } };
        request(options, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end(towns);
      });
      expect(status).toBe(421);
    },
  );

  test.each([
    ["https://friend.example", "https://friend.example"],
    ["https://evil.example", null],
    ["null", null],
  ])("a page of %s may read answers: %s", async (origin, allowed) => {
    const preflight = await send({
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(allowed);
    const asked = await send({ headers: { ...json, origin } });
    expect(asked.headers.get("access-control-allow-origin")).toBe(allowed);
    expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
  });

  test("answers say what browsers may do with them", async () => {
    const { headers } = await send({});
    expect(headers.get("content-security-policy")).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("server")).toBeNull();
  });
});

describe("connections", () => {
  const head = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  test("headers that never end are not waited for", async () => {
    const begun = performance.now();
    const response = await raw((socket) => socket.write("POST /graphql HTTP/1.1\r\nHost: local"));
    expect(response).toMatch(/^HTTP\/1.1 408 /);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  test("a body that never ends is not waited for", async () => {
    const response = await raw((socket) => socket.write(`${head}Content-Length: 100\r\n\r\n{"query"`));
    expect(response).toMatch(/^HTTP\/1.1 408 /);
  });

  test("a body that is cut off is not answered, and takes no place", async () => {
    const cut = await raw((socket) => {
      socket.write(`${head}Content-Length: 100\r\n\r\n{"query"`, () => socket.destroy());
    }).catch(() => "");
    expect(cut).toBe("");
    expect((await send({})).status).toBe(200);
  });

  test.each([
    ["nonsense", "\u0016\u0003\u0001 nonsense\r\n\r\n", /^HTTP\/1.1 400 /],
    ["headers of 64 kB", `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"a".repeat(65_536)}\r\n\r\n`, /^HTTP\/1.1 431 /],
    ["two lengths", `${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`, /^HTTP\/1.1 400 /],
    [
      "a length and chunks",
      `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      /^HTTP\/1.1 400 /,
    ],
    ["no host", "GET /graphql HTTP/1.1\r\n\r\n", /^HTTP\/1.1 400 /],
  ])("%s: refused", async (_name, sent, expected) => {
    expect(await raw((socket) => socket.write(sent))).toMatch(expected);
  });

  test("of more connections than there may be, the last are closed, and the others answered", async () => {
    const { hostname, port } = new URL(service.address);
    const sockets = Array.from({ length: 150 }, () => connect(Number(port), hostname));
    const closed = sockets.map(
      (socket) =>
        new Promise<boolean>((resolve) =>
          socket
            .on("error", () => undefined)
            .on("close", () => {
              resolve(true);
            }),
        ),
    );
    await Promise.race(closed);
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
    expect((await send({})).status).toBe(200);
  });
});

test("an id of the caller's stands in the answer and in the log, where it can stand there as it is", async () => {
  const mine = await send({ headers: { ...json, "x-request-id": "mine-1" } });
  expect(mine.headers.get("x-request-id")).toBe("mine-1");
  const forged = await send({ headers: { ...json, "x-request-id": 'a","level":60,"x":"' } });
  expect(forged.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

/**
 * What is refused on purpose: GETs that any page can have a browser send. Callers of GET add a header, such as
 * `apollo-require-preflight`, which pages of other hosts cannot.
 */
const refusedOnPurpose = ["5A70", "D6D5", "6A70"];

test("the audit of GraphQL over HTTP finds nothing but what is refused on purpose", async () => {
  const results = await auditServer({ url: `${service.address}/graphql`, fetchFn: fetch });
  expect(results).toHaveLength(61);
  const found = results.flatMap((result) => (result.status === "ok" ? [] : [result.id]));
  expect(found.toSorted()).toEqual(refusedOnPurpose.toSorted());
});
