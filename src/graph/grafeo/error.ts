import { GraphError } from "../error.js";

/** Of the engine's codes, those that are no mistake of ours. */
const codes: ReadonlyMap<string, "CONFLICT" | "TIMEOUT"> = new Map([
  ["GRAFEO-T001", "CONFLICT"],
  ["GRAFEO-T005", "CONFLICT"],
  ["GRAFEO-T006", "CONFLICT"],
  ["GRAFEO-Q003", "TIMEOUT"],
  ["GRAFEO-T002", "TIMEOUT"],
]);

/** The engine's errors carry their code in the text: `Transaction error: GRAFEO-T001: …`. */
export function toGraphError(error: unknown, what: string): GraphError {
  if (error instanceof GraphError) return error;
  const text = String(error);
  const refusal = refusalOfSystem(error);
  if (refusal !== null) return new GraphError("UNAVAILABLE", `${what}: ${refusal}`, { retriable: true, cause: error });
  const engineCode = /GRAFEO-[A-Z]\d{3}/.exec(text)?.[0] ?? "";
  const code = isLocked(text) ? "CONFLICT" : codes.get(engineCode);
  if (code === undefined) {
    return new GraphError("REFUSED", `${what}: the engine refused it`, { retriable: false, cause: error });
  }
  const message = code === "CONFLICT" ? "someone else writes at the same time" : "no answer in time";
  return new GraphError(code, `${what}: ${message}`, { retriable: true, cause: error });
}

/** A database that is open elsewhere has no code of its own. */
function isLocked(text: string): boolean {
  return /GRAFEO-X001: .*database file (is locked by another process|cannot be locked)/.test(text);
}

/** The words of the operating system, such as `No space left on device`, in an error of the engine's or of Node's. */
function refusalOfSystem(error: unknown): string | null {
  if (error instanceof Error && "syscall" in error) return error.message;
  return /GRAFEO-(?:X003|T009): .*?([^:]+) \(os error \d+\)/.exec(String(error))?.[1]?.trim() ?? null;
}
