import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, jest, test } from "@jest/globals";
import { pino } from "pino";
import { load } from "../../src/dataset/write/load.js";
import { projectRoot } from "../../src/project-root.js";
import { readConfig } from "../../src/config.js";
import { createHttpServer } from "../../src/server/http.js";
import { inMemory } from "../engines.js";
import { bundled } from "../service.js";

jest.setTimeout(60_000);

const run = promisify(execFile);

test("the typed client's commands work as its README gives them", async () => {
  const graph = await inMemory.open();
  await load(graph, bundled());
  const { app } = await createHttpServer(graph, pino({ level: "silent" }), readConfig({}).server);
  try {
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const options = { cwd: projectRoot };
    await run("npx", ["graphql-codegen", "--config", "examples/typescript-client/codegen.ts"], options);
    await run("npx", ["tsc", "-p", "examples/typescript-client"], options);
    const { stdout } = await run("node", ["build/examples/typescript-client/main.js", `${address}/graphql`], options);
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining(["Kongsberg Våpenfabrikk", "  Volvo Aero Norge AS: DIVISION_SPLIT (p. 123)"]),
    );
  } finally {
    await app.close();
    await graph.close();
  }
});
