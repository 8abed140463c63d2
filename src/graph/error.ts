/**
 * `UNAVAILABLE`: the engine does not answer, its disk is full, or nothing is loaded. `TIMEOUT`: it did not answer in
 * time. `CONFLICT`: someone else writes at the same time. `REFUSED`: the engine does not take the statement or its
 * parameters, which is a mistake of ours.
 */
export type GraphErrorCode = "UNAVAILABLE" | "TIMEOUT" | "CONFLICT" | "REFUSED";

/** What an engine's own errors become at the border. The engine's text is in `cause`, and not for callers. */
export class GraphError extends Error {
  readonly code: GraphErrorCode;
  /** Whether the same call may succeed a little later. */
  readonly retriable: boolean;

  constructor(code: GraphErrorCode, message: string, options: { retriable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = "GraphError";
    this.code = code;
    this.retriable = options.retriable;
  }
}

/** The milliseconds that a statement has: its own, or fewer where the deadline is nearer. @throws {GraphError} */
export function timeLeft(timeout: number, deadline: number, what: string): number {
  const left = Math.min(timeout, Math.ceil(deadline - performance.now()));
  if (left > 0) return left;
  throw new GraphError("TIMEOUT", `expected ${what} before the deadline; it has passed`, { retriable: false });
}

/** Fails with `TIMEOUT` where the work takes longer; the work itself goes on, as engines cannot all stop it. */
export async function within<Result>(milliseconds: number, what: string, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new GraphError("TIMEOUT", `expected ${what} within ${milliseconds} ms; it takes longer`, { retriable: true }),
      );
    }, milliseconds);
  });
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
