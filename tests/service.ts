import { pino } from "pino";
import { readBundledDataset, readDataset } from "../src/dataset/source.js";
import { load } from "../src/dataset/write/load.js";
import { projectRoot } from "../src/project-root.js";
import type { Graph, Reader } from "../src/graph/graph.js";
import type { Statement } from "../src/graph/statement.js";
import { readConfig } from "../src/config.js";
import { createHttpServer } from "../src/server/http.js";
import { join } from "node:path";
import type { Engine } from "./engines.js";

/** An invented town that the tests know by heart. */
export const lodby = readDataset(join(projectRoot, "tests/fixtures/lodby"));
export const bundled = readBundledDataset;

export interface Answer {
  readonly status: number;
  readonly data: never;
  /** Undefined where all went well. */
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly string[];
    readonly extensions: { readonly code: string; readonly id: string };
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What a request may carry beside its operation. */
interface Beside {
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestService {
  ask(operation: string, variables?: Readonly<Record<string, unknown>>, beside?: Beside): Promise<Answer>;
  /** What stands at an address of the service. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The answer to a form. */
  post(path: string, form: URLSearchParams): Promise<Response>;
  /** The names of the statements that the last operation ran. */
  statements(): readonly string[];
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly address: string;
  /** What it has logged, line by line. */
  readonly log: Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

type ServiceSettings = Readonly<Record<string, string>>;

/** The service as it is, over a graph that a test has opened, with a dataset in it. */
export async function startService(
  graph: Graph,
  dataset = lodby,
  settings: ServiceSettings = {},
): Promise<TestService> {
  await load(graph, dataset);
  return serve(graph, settings);
}

/** Lodby and nothing else in an engine's graph, for what opens that graph in a way of its own. */
export async function leaveLodbyIn({ open }: Engine): Promise<void> {
  const graph = await open();
  await load(graph, lodby);
  await graph.close();
}

/** The same over a graph as it is, whether or not there is anything in it. */
export async function serve(graph: Graph, settings: ServiceSettings = {}): Promise<TestService> {
  let ran: string[] = [];
  const log: Readonly<Record<string, unknown>>[] = [];
  const write = (line: string): void => void log.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
  const { app } = await createHttpServer(
    listening(graph, ({ name }) => ran.push(name)),
    pino({ level: "info" }, { write }),
    readConfig(settings).server,
  );
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    ask: async (query, variables = {}, { extensions, headers } = {}) => {
      ran = [];
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, variables, extensions }),
      });
      const body = (await response.json()) as Omit<Answer, "status">;
      return { status: response.status, ...body };
    },
    get: (path, headers = {}) => fetch(`${address}${path}`, { headers }),
    post: (path, body) => fetch(`${address}${path}`, { method: "POST", body }),
    statements: () => ran,
    address,
    log,
    close: async () => {
      await app.close();
      await graph.close();
    },
  };
}

/** The graph itself, with an ear at its readers. */
export function listening(graph: Graph, heard: (statement: Statement) => void): Graph {
  return withReaders(graph, (reader) => ({
    ...reader,
    read: (statement, parameters) => {
      heard(statement);
      return reader.read(statement, parameters);
    },
  }));
}

/** The graph itself, whose readers do more than they did. */
export function withReaders(graph: Graph, more: (reader: Reader) => Reader): Graph {
  return {
    capabilities: graph.capabilities,
    address: graph.address,
    generation: () => graph.generation(),
    current: () => graph.current(),
    begin: (version) => graph.begin(version),
    close: () => graph.close(),
    open: async (deadline) => more(await graph.open(deadline)),
  };
}
