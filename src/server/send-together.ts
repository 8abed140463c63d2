import { performance } from "node:perf_hooks";
import type { FastifyInstance } from "fastify";

/** Milliseconds after which what is ready is sent, though the turn goes on. */
const patience = 1;

/**
 * Has answers that are ready in the same turn of the event loop sent together, when it ends: to wake the process that
 * waits for one takes a good part of what it takes to make a small answer, and those that follow find it awake.
 */
export function sendTogether(app: FastifyInstance): void {
  let ready: (() => void)[] = [];
  let since = 0;
  const send = (): void => {
    const answers = ready;
    ready = [];
    for (const next of answers) next();
  };
  app.addHook("onSend", (_request, _reply, _payload, next) => {
    const now = performance.now();
    if (ready.push(next) === 1) {
      since = now;
      setImmediate(send);
    } else if (now - since > patience) send();
  });
}
