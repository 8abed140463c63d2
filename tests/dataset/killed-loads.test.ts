import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/dataset/write/load.js";
import { type Graph, noticeWithin } from "../../src/graph/graph.js";
import { statement } from "../../src/graph/statement.js";
import { projectRoot } from "../../src/project-root.js";
import { lease, sharedEngines } from "../engines.js";
import { datasets, otherThan } from "./two-datasets.js";

const kills = 20;
const countWritten = statement("load/count-written");

/** What a reader finds: the version, and how much of it is there. */
async function seen(graph: Graph): Promise<string> {
  const reader = await graph.open();
  try {
    const [row] = await reader.read(countWritten);
    return `${reader.generation.version}: ${JSON.stringify(row)}`;
  } finally {
    await reader.release();
  }
}

describe.each(sharedEngines)("a load killed at any moment on $name", ({ name, open, openBeside }) => {
  test(`leaves the old generation whole or the new one, ${kills} times, and readers never see a mix`, async () => {
    const graph = await open({ grace: 2 * noticeWithin });
    const reader = openBeside(graph.address);
    const whole = new Set<string>();
    let took = 0;
    for (const dataset of Object.values(datasets)) {
      const began = performance.now();
      await load(graph, dataset);
      took = performance.now() - began;
      whole.add(await seen(graph));
    }
    expect(whole.size).toBe(2);

    const observed: string[] = [];
    const ending = new AbortController();
    const watching = (async () => {
      while (!ending.signal.aborted) {
        observed.push(await seen(reader));
        await sleep(20);
      }
    })();

    for (let kill = 0; kill < kills; kill++) {
      const next = otherThan((await graph.current())?.version);
      const words = ["--import", "./tests/typescript.mjs", "tests/dataset/load-once.ts", name, graph.address, next];
      const child = spawn(process.execPath, words, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
      const ended = once(child, "exit");
      await Promise.race([once(child.stdout, "data"), ended]);
      // Spread over the whole load, and a little beyond its end.
      await Promise.race([sleep(Math.random() * took * 1.2), ended]);
      child.kill("SIGKILL");
      await ended;
      expect([...whole]).toContain(await seen(graph));
      // Meanwhile the dead load keeps others out of a server that cannot tell that it is dead.
      await sleep(lease);
    }
    ending.abort();
    await watching;
    expect(observed.length).toBeGreaterThan(kills);
    expect(observed.filter((each) => !whole.has(each))).toEqual([]);

    const last = otherThan((await graph.current())?.version);
    await load(graph, datasets[last]);
    expect((await graph.current())?.version).toBe(last);
    await reader.close();
    await graph.close();
  }, 900_000);
});
