// Neo4j by the addresses that `OPPHAV_NEO4J_URI` may have beside `bolt://`: routing, as clusters and Aura have it, and
// TLS. One server of the Community edition answers routing with itself alone.
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { type Server, createServer } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { generate } from "selfsigned";
import { Neo4jGraph } from "../../src/graph/neo4j/graph.js";
import { inMemory, neo4jOptions, onNeo4j } from "../engines.js";
import { operation } from "../graphql/operations.js";
import { type TestService, leaveLodbyIn, serve, startService } from "../service.js";

const patience = 60_000;
const page = (service: TestService) => service.ask(operation("08"), { id: "firm/lodby-works" });

let right: unknown;
beforeAll(async () => {
  const service = await startService(await inMemory.open());
  right = await page(service);
  await service.close();
}, patience);

const at = (uri: string, timeout = 10_000) => new Neo4jGraph({ ...neo4jOptions(), uri, timeout });

test(
  "a routing address is loaded into and read from",
  async () => {
    await (await onNeo4j.open()).close();
    const service = await startService(at(neo4jOptions().uri.replace(/^bolt:/, "neo4j:")));
    expect(await page(service)).toEqual(right);
    await service.close();
  },
  patience,
);

describe("an encrypted address", () => {
  let proxy: Server;
  let port: number;
  beforeAll(async () => {
    await leaveLodbyIn(onNeo4j);
    const { host, hostname, port: target } = new URL(neo4jOptions().uri);
    const { cert, private: key } = await generate([{ name: "commonName", value: host }]);
    proxy = createServer({ cert, key }, (socket) => {
      const server = connect(Number(target), hostname);
      for (const [from, to] of [
        [socket, server],
        [server, socket],
      ] as const) {
        from.pipe(to).on("error", () => from.destroy());
      }
    });
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    ({ port } = proxy.address() as AddressInfo);
  }, patience);
  afterAll(() => void proxy.close());

  test("is read from where its certificate need not be known", async () => {
    const service = await serve(at(`bolt+ssc://127.0.0.1:${port}`));
    expect(await page(service)).toEqual(right);
    await service.close();
  });

  test("is not trusted where its certificate is of nobody known, and health says that nothing answers", async () => {
    const service = await serve(at(`bolt+s://127.0.0.1:${port}`, 1_000));
    expect(await page(service)).toMatchObject({ status: 503, errors: [{ extensions: { code: "UNAVAILABLE" } }] });
    expect((await service.get("/health/ready")).status).toBe(503);
    await service.close();
  });
});
