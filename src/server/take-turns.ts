import { AsyncResource } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";

/** Milliseconds for which requests are begun in one turn of the event loop. */
const slice = 1;

/**
 * Has the requests of a scope begin in the order in which they came, for as long as a slice in each turn of the event
 * loop. In between, what came back from the engine goes on: who waits for it would else wait for all others that have
 * come meanwhile, once for each of its statements.
 */
export function takeTurns(scope: FastifyInstance): void {
  const waiting: (() => void)[] = [];
  let scheduled = false;
  const schedule = (): void => {
    if (!scheduled) setImmediate(begin);
    scheduled = true;
  };
  const begin = (): void => {
    scheduled = false;
    const until = performance.now() + slice;
    do waiting.shift()?.();
    while (waiting.length > 0 && performance.now() < until);
    if (waiting.length > 0) schedule();
  };
  scope.addHook("onRequest", (_request, _reply, next) => {
    // What follows the request through what is asynchronous, as tracing may, is the request's own.
    waiting.push(AsyncResource.bind(next));
    schedule();
  });
}
