import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";

export interface Running {
  readonly lines: string[];
  /** Of what it logs, the first line that fits; fails after a while. */
  line(pattern: RegExp): Promise<string>;
  readonly ended: Promise<unknown[]>;
  kill(signal: NodeJS.Signals): void;
}

const running: Running[] = [];
afterEach(() => {
  for (const each of running.splice(0)) each.kill("SIGKILL");
});

/** The service as `npm start` starts it, from the sources, with the settings given. */
export function start(settings: Readonly<Record<string, string>>): Running {
  const words = ["--import", "./tests/typescript.mjs", "src/cli/opphav.ts", "serve"];
  const environment = { PATH: process.env["PATH"], OPPHAV_PORT: "0", ...settings };
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => lines.push(...chunk.toString().trim().split("\n")));
  }
  const service: Running = {
    lines,
    line: async (pattern) => {
      for (let waited = 0; waited < 20_000; waited += 50) {
        const found = lines.find((each) => pattern.test(each));
        if (found !== undefined) return found;
        await sleep(50);
      }
      throw new Error(`expected a line like ${pattern}; got:\n${lines.join("\n")}`);
    },
    ended: once(child, "exit"),
    kill: (signal) => void child.kill(signal),
  };
  running.push(service);
  return service;
}

export async function addressOf(service: Running): Promise<string> {
  const line = await service.line(/listening on http/);
  return /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? "";
}
