import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const filled = z.string().min(1);

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
});

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
        return `${name}: ${message}; got ${name.endsWith("PASSWORD") ? "what is not shown" : JSON.stringify(ours[name])}`;
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
  });
}

function graphOf(values: z.output<typeof settings>): Config["graph"] {
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
