import { z } from "zod";
import type { Shape } from "./graphql/limits.js";
import type { AccessConfig } from "./server/access.js";
import type { VisitLimits } from "./server/visits.js";

const port = z.coerce.number().int().min(0).max(65_535);
const filled = z.string().min(1);
const count = z.coerce.number().int().min(1);
const seconds = z.coerce.number().positive().max(86_400);
const onOff = z.enum(["on", "off"]);
/** Several words in one setting. */
const list = z
  .string()
  .transform((text) => text.split(",").map((word) => word.trim()))
  .pipe(z.array(filled));

/** Every setting, with its name in the environment. */
const settings = z.object({
  OPPHAV_PORT: port.default(4000).describe("Port to listen on; 0 takes a free one"),
  OPPHAV_HOST: filled.default("127.0.0.1").describe("Address to listen on; 0.0.0.0 for all"),
  OPPHAV_STORE: filled.optional().describe("Folder of the embedded engine's store; without it the graph is in memory"),
  OPPHAV_NEO4J_URI: filled.optional().describe("Neo4j to use instead of the embedded engine: bolt://…, neo4j+s://…"),
  OPPHAV_NEO4J_USER: filled.default("neo4j").describe("User of that Neo4j"),
  OPPHAV_NEO4J_PASSWORD: filled.optional().describe("Password of that user"),
  OPPHAV_NEO4J_DATABASE: filled.default("neo4j").describe("Database of that Neo4j"),
  OPPHAV_DATASET: filled
    .optional()
    .describe("Folder of the dataset that is loaded into memory, or by `opphav load`; without it, the bundled one"),
  OPPHAV_LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much is logged"),
  OPPHAV_MAX_DEPTH: count.default(12).describe("Levels of fields of an operation"),
  OPPHAV_MAX_ALIASES: count.default(15).describe("Aliases of an operation"),
  OPPHAV_MAX_DIRECTIVES: count.default(20).describe("Directives of an operation"),
  OPPHAV_MAX_ROOT_FIELDS: count.default(20).describe("Fields at the root of an operation"),
  OPPHAV_MAX_TOKENS: count.default(2_000).describe("Tokens of a document"),
  OPPHAV_MAX_BODY: count.default(256 * 1024).describe("Bytes of a request's body"),
  OPPHAV_MAX_COST: count.default(200_000).describe("Estimated cost of an operation"),
  OPPHAV_MAX_OBJECTS: count.default(10_000).describe("Objects of an answer"),
  OPPHAV_MAX_SECONDS: seconds.default(5).describe("Seconds until a request is answered"),
  OPPHAV_MAX_EXPORT_SECONDS: seconds.default(30).describe("Seconds until an export is read"),
  OPPHAV_MAX_REQUESTS: count.default(100).describe("Requests that are answered at the same time"),
  OPPHAV_MAX_EXPORTS: count.default(2).describe("Exports that are made at the same time"),
  OPPHAV_MAX_CONNECTIONS: count.default(1_000).describe("Connections at the same time"),
  OPPHAV_HEADERS_SECONDS: seconds.default(10).describe("Seconds within which a request's headers have to come"),
  OPPHAV_BODY_SECONDS: seconds.default(15).describe("Seconds within which a request has to come whole"),
  OPPHAV_CACHE_ROWS: z.coerce
    .number()
    .int()
    .min(0)
    .default(20_000)
    .describe("Rows of the graph that are kept in memory for later requests; 0 for none"),
  OPPHAV_CACHE_ANSWERS: z.coerce
    .number()
    .min(0)
    .default(64)
    .describe("Megabytes of whole answers that are kept in memory; 0 for none"),
  OPPHAV_API_KEYS: list.default([]).describe("Keys of callers who may ask for more at once"),
  OPPHAV_TRUSTED_OPERATIONS: list.default([]).describe("Manifests of the only operations that are taken"),
  OPPHAV_HOSTS: list.optional().describe("Names by which the service can be called; * for any"),
  OPPHAV_ORIGINS: list.default([]).describe("Origins of pages that may call the service; * for any"),
  OPPHAV_LOG_VARIABLES: onOff.default("off").describe("Whether the values of variables are logged"),
  OPPHAV_DRAIN_SECONDS: z.coerce
    .number()
    .min(0)
    .max(600)
    .default(5)
    .describe("Seconds for which requests are still taken after SIGTERM"),
  OPPHAV_INTROSPECTION: onOff.default("on").describe("Whether the schema can be asked for"),
  OPPHAV_PLAYGROUND: onOff.default("on").describe("Whether browsers get the playground at /graphql"),
  OPPHAV_KEY_FACTOR: count.default(5).describe("How much more cost, objects, time and requests they have"),
});

/** What is not shown where it is wrong. */
const secrets: ReadonlySet<string> = new Set(["OPPHAV_NEO4J_PASSWORD", "OPPHAV_API_KEYS"]);

export const settingNames = Object.keys(settings.shape);

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The graph: on Neo4j, in a folder, or in memory. */
  readonly graph:
    | {
        readonly kind: "neo4j";
        readonly uri: string;
        readonly user: string;
        readonly password: string;
        readonly database: string;
      }
    | { readonly kind: "store"; readonly folder: string }
    | { readonly kind: "memory" };
  /** Null for the bundled dataset. */
  readonly dataset: string | null;
  readonly logLevel: z.output<typeof settings>["OPPHAV_LOG_LEVEL"];
  /** Milliseconds for which requests are still taken when the service has been asked to end. */
  readonly drain: number;
  readonly server: ServerConfig;
}

/** How the service meets its callers. Times are in milliseconds. */
export interface ServerConfig {
  readonly shape: Shape;
  readonly visits: VisitLimits;
  readonly cachedRows: number;
  /** Bytes. */
  readonly cachedAnswers: number;
  readonly connections: {
    readonly count: number;
    /** Bytes of a request's body. */
    readonly body: number;
    readonly headersTimeout: number;
    readonly requestTimeout: number;
  };
  readonly apiKeys: readonly string[];
  /** Files; where there are none, any operation is taken. */
  readonly trustedOperations: readonly string[];
  readonly access: AccessConfig;
  readonly introspection: boolean;
  readonly playground: boolean;
  readonly logVariables: boolean;
}

/** Settings that cannot be used, all of them at once. */
class ConfigError extends Error {
  constructor(findings: readonly string[]) {
    super(`settings that cannot be used:\n${findings.map((finding) => `  ${finding}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** @throws {ConfigError} */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const ours = Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith("OPPHAV_")));
  const unknown = Object.keys(ours).filter((name) => !settingNames.includes(name) && !name.startsWith("OPPHAV_TEST_"));
  const findings = unknown.map((name) => `${name}: expected one of ${settingNames.join(", ")}`);
  const parsed = settings.safeParse(ours);
  if (!parsed.success) {
    findings.push(
      ...parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0]);
        return `${name}: ${message}; got ${secrets.has(name) ? "what is not shown" : JSON.stringify(ours[name])}`;
      }),
    );
    throw new ConfigError(findings);
  }
  const values = parsed.data;
  if (values.OPPHAV_NEO4J_URI !== undefined && values.OPPHAV_NEO4J_PASSWORD === undefined) {
    findings.push("OPPHAV_NEO4J_PASSWORD: expected a password, as OPPHAV_NEO4J_URI is set; got nothing");
  }
  if (values.OPPHAV_NEO4J_URI !== undefined && values.OPPHAV_STORE !== undefined) {
    findings.push("OPPHAV_STORE: expected nothing, as OPPHAV_NEO4J_URI is set; a service has one graph");
  }
  if (findings.length > 0) throw new ConfigError(findings);
  return Object.freeze({
    port: values.OPPHAV_PORT,
    host: values.OPPHAV_HOST,
    graph: graphOf(values),
    dataset: values.OPPHAV_DATASET ?? null,
    logLevel: values.OPPHAV_LOG_LEVEL,
    drain: values.OPPHAV_DRAIN_SECONDS * 1_000,
    server: serverOf(values),
  });
}

type Values = z.output<typeof settings>;

function serverOf(values: Values): ServerConfig {
  return {
    shape: {
      depth: values.OPPHAV_MAX_DEPTH,
      aliases: values.OPPHAV_MAX_ALIASES,
      directives: values.OPPHAV_MAX_DIRECTIVES,
      rootFields: values.OPPHAV_MAX_ROOT_FIELDS,
      tokens: values.OPPHAV_MAX_TOKENS,
    },
    visits: {
      cost: values.OPPHAV_MAX_COST,
      objects: values.OPPHAV_MAX_OBJECTS,
      milliseconds: values.OPPHAV_MAX_SECONDS * 1_000,
      exportMilliseconds: values.OPPHAV_MAX_EXPORT_SECONDS * 1_000,
      requests: values.OPPHAV_MAX_REQUESTS,
      exports: values.OPPHAV_MAX_EXPORTS,
      keyFactor: values.OPPHAV_KEY_FACTOR,
    },
    cachedRows: values.OPPHAV_CACHE_ROWS,
    cachedAnswers: Math.round(values.OPPHAV_CACHE_ANSWERS * 1_000_000),
    connections: {
      count: values.OPPHAV_MAX_CONNECTIONS,
      body: values.OPPHAV_MAX_BODY,
      headersTimeout: values.OPPHAV_HEADERS_SECONDS * 1_000,
      requestTimeout: values.OPPHAV_BODY_SECONDS * 1_000,
    },
    apiKeys: values.OPPHAV_API_KEYS,
    trustedOperations: values.OPPHAV_TRUSTED_OPERATIONS,
    access: { hosts: hostsOf(values), origins: values.OPPHAV_ORIGINS },
    logVariables: values.OPPHAV_LOG_VARIABLES === "on",
    introspection: values.OPPHAV_INTROSPECTION === "on",
    playground: values.OPPHAV_PLAYGROUND === "on",
  };
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** A service that only its own machine reaches is called by that machine's names, where no others are given. */
function hostsOf({ OPPHAV_HOSTS: hosts, OPPHAV_HOST: host }: Values): readonly string[] | null {
  if (hosts !== undefined) return hosts.includes("*") ? null : hosts;
  return [...loopback, "::1"].includes(host) ? loopback : null;
}

function graphOf(values: Values): Config["graph"] {
  if (values.OPPHAV_NEO4J_URI !== undefined) {
    return {
      kind: "neo4j",
      uri: values.OPPHAV_NEO4J_URI,
      user: values.OPPHAV_NEO4J_USER,
      password: values.OPPHAV_NEO4J_PASSWORD ?? "",
      database: values.OPPHAV_NEO4J_DATABASE,
    };
  }
  return values.OPPHAV_STORE === undefined ? { kind: "memory" } : { kind: "store", folder: values.OPPHAV_STORE };
}
