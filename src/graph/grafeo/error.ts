import { GraphError } from "../error.js";

/** The engine's errors carry their code in the text: `GRAFEO-T001: …`. */
export function toGraphError(error: unknown, what: string): GraphError {
  if (error instanceof GraphError) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/GRAFEO-T\d+|write conflict/i.test(text)) {
    return new GraphError("CONFLICT", `${what}: someone else wrote at the same time`, { retriable: true, cause: error });
  }
  if (/lock/i.test(text)) {
    return new GraphError("CONFLICT", `${what}: another process has it open`, { retriable: true, cause: error });
  }
  if (/timed? ?out/i.test(text)) {
    return new GraphError("TIMEOUT", `${what}: no answer in time`, { retriable: true, cause: error });
  }
  return new GraphError("REFUSED", `${what}: the engine refused it`, { retriable: false, cause: error });
}
