import { AsyncResource } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";

/** Milliseconds for which requests are begun in one turn of the event loop. */
const slice = 1;

/** A request that waits for its turn, and goes on in its own context, which tracing may look for. */
class Waiting extends AsyncResource {
  readonly #next: () => void;

  constructor(next: () => void) {
    super("WaitingRequest");
    this.#next = next;
  }

  begin(): void {
    this.runInAsyncScope(this.#next);
  }
}

/**
 * Has the requests of a scope begin in the order in which they came, for as long as a slice in each turn of the event
 * loop. In between, what came back from the engine goes on: who waits for it would else wait for all others that have
 * come meanwhile, once for each of its statements.
 */
export function takeTurns(scope: FastifyInstance): void {
  const waiting: Waiting[] = [];
  let scheduled = false;
  const schedule = (): void => {
    if (!scheduled) setImmediate(begin);
    scheduled = true;
  };
  const begin = (): void => {
    scheduled = false;
    const until = performance.now() + slice;
    do waiting.shift()?.begin();
    while (waiting.length > 0 && performance.now() < until);
    if (waiting.length > 0) schedule();
  };
  scope.addHook("onRequest", (_request, _reply, next) => {
    waiting.push(new Waiting(next));
    schedule();
  });
}
