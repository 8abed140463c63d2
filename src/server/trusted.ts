import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ApolloServerOptions, ApolloServerPlugin } from "@apollo/server";
import { z } from "zod";
import { ErrorCode, RequestError, refused } from "../graphql/error.js";
import type { Visit } from "./visits.js";

/** As `generate-persisted-query-manifest` of Apollo writes it. */
const manifest = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  operations: z.array(z.object({ body: z.string() })),
});

/** The texts of the manifests' operations, by their SHA-256. */
export function readManifests(files: readonly string[]): ReadonlyMap<string, string> {
  const bodies = files.flatMap((file) => {
    const read = manifest.safeParse(parsed(file));
    if (!read.success) {
      throw new Error(`expected a manifest of persisted operations in ${file}: ${z.prettifyError(read.error)}`);
    }
    return read.data.operations.map(({ body }) => body);
  });
  return new Map(bodies.map((body) => [createHash("sha256").update(body).digest("hex"), body]));
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`expected JSON in ${file}: ${String(error)}`, { cause: error });
  }
}

/**
 * Has a server take these operations alone, by their text or by its hash alone, as the protocol of Apollo's automatic
 * persisted queries sends it. What the service asks itself is not held to it.
 */
export function onlyTrusted(known: ReadonlyMap<string, string>): {
  readonly persistedQueries: NonNullable<Exclude<ApolloServerOptions<Visit>["persistedQueries"], false>>;
  readonly plugin: ApolloServerPlugin<Visit>;
} {
  return {
    persistedQueries: {
      cache: {
        get: async (key) => known.get(key.replace(/^apq:/, "")),
        set: async () => undefined,
        delete: async () => false,
      },
    },
    plugin: {
      requestDidStart: async ({ request }) => ({
        didResolveOperation: async ({ queryHash }) => {
          if (request.http === undefined || known.has(queryHash)) return;
          throw refused(
            new RequestError(ErrorCode.FORBIDDEN, "expected one of the operations that this service is set to take"),
          );
        },
      }),
    },
  };
}
