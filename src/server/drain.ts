import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";

/** Whether a server is about to end. Until it does, it answers as before, and tells whoever asks to go elsewhere. */
export class Drain {
  #begun = false;

  get begun(): boolean {
    return this.#begun;
  }

  register(app: FastifyInstance): void {
    app.addHook("onSend", (_request, reply, _payload, next) => {
      // A client that keeps its connection would lose the next request on it.
      if (this.#begun) void reply.header("connection", "close");
      next();
    });
  }

  /** Resolves when load balancers have had the time to notice that the service is not ready any more. */
  async begin(milliseconds: number): Promise<void> {
    this.#begun = true;
    await sleep(milliseconds);
  }
}
