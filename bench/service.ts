// The built service in a process of its own, as it runs for callers: what is measured is not what measures.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../src/project-root.js";
import { freePort } from "../tests/neo4j/server.mjs";

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** In bytes. */
export interface Memory {
  readonly resident: number;
  readonly heap: number;
}

export interface MeasuredService {
  /** Where operations are posted. */
  readonly url: string;
  memory(): Promise<Memory>;
  /** Of a processor, in seconds, all that its process took so far. */
  readonly processorTime: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const patience = 120_000;

/** As in our image: libraries check more where this is not said. */
const environmentOfServers = { PATH: process.env["PATH"], NODE_ENV: "production" };

/** They end with this process at the latest, and before whatever it removes when it ends. */
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
// A signal alone would end it without any of that.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/**
 * As our image starts it, with all limits at their defaults, but for the settings given. Answers when the service is
 * ready.
 */
export async function startService(settings: Readonly<Record<string, string>> = {}): Promise<MeasuredService> {
  const port = await freePort(0);
  const [, ...words] = startCommand().split(" ");
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: {
      ...environmentOfServers,
      MALLOC_ARENA_MAX: "2",
      OPPHAV_PORT: String(port),
      OPPHAV_LOG_LEVEL: "error",
      ...settings,
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  children.add(child);
  const address = `http://127.0.0.1:${port}`;
  await untilReady(address, () => child.exitCode === null);
  return {
    url: `${address}/graphql`,
    memory: async () => {
      const metrics = await metricsOf(address);
      return {
        resident: gauge(metrics, "process_resident_memory_bytes"),
        heap: gauge(metrics, "nodejs_heap_size_used_bytes"),
      };
    },
    processorTime: () => processorTimeOf(address),
    stop: async () => {
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}

function startCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start;
}

interface Listening {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Any other server in a process of its own: a script for Node that prints the port it takes, in a line of its own. */
export async function startScript(
  words: readonly string[],
  { node = process.execPath, environment = {} }: { node?: string; environment?: Readonly<Record<string, string>> } = {},
): Promise<Listening> {
  const child = spawn(node, words, {
    cwd: projectRoot,
    env: { ...environmentOfServers, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  const port = await Promise.race([portFrom(child.stdout), once(child, "exit").then(() => null)]);
  if (port === null) throw new Error(`expected ${words.join(" ")} to print its port; it ended`);
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

async function portFrom(output: Readable): Promise<number | null> {
  for await (const line of createInterface(output)) {
    if (/^\d+$/.test(line)) {
      // What else it prints is not wanted, but it may not wait for someone to read it.
      output.resume();
      return Number(line);
    }
  }
  return null;
}

/** How an operation is posted, as autocannon and `fetch` take it. */
export function posted({ query, variables }: Operation) {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  } as const;
}

/** `fetch` takes several times as long to ask, which would be measured with what is asked. */
const connections = new Agent({ keepAlive: true });

/** The body of an answer; fails where it has errors. */
export async function answerTo(operation: Operation, url: string): Promise<string> {
  const { body, ...options } = posted(operation);
  const [response] = (await once(request(url, { ...options, agent: connections }).end(body), "response")) as [
    IncomingMessage,
  ];
  const answer = await text(response);
  if (response.statusCode === 200 && !answer.includes('"errors"')) return answer;
  throw new Error(`expected an answer to ${operation.query}; got ${answer}`);
}

/** Runs one of our commands to its end. */
export async function run(words: readonly string[], settings: Readonly<Record<string, string>>): Promise<void> {
  const environment = { PATH: process.env["PATH"], ...settings };
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`expected ${words.join(" ")} to succeed; it ended with ${code}`);
}

/** Of a processor, in seconds, all that the process of a server took so far, which tells it as our service does. */
export async function processorTimeOf(address: string): Promise<number> {
  return gauge(await metricsOf(address), "process_cpu_seconds_total");
}

async function metricsOf(address: string): Promise<string> {
  return (await fetch(`${address}/metrics`)).text();
}

function gauge(metrics: string, name: string): number {
  const value = new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1];
  if (value === undefined) throw new Error(`expected ${name} in the metrics; it is not there`);
  return Number(value);
}

async function untilReady(address: string, running: () => boolean): Promise<void> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    await sleep(50);
    if (!running()) throw new Error("expected the service to start; it ended");
    const ready = await fetch(`${address}/health/ready`).catch(() => null);
    if (ready?.status === 200) return;
  }
  throw new Error(`expected the service to be ready within ${patience} ms; it is not`);
}
