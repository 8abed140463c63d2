import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Statement } from "../../src/graph/statement.js";

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Nothing passes it any more, and neither end is told. */
  lost: boolean;
  /** What becomes of its next commit. */
  fate: Fate | null;
  /** The server's next answer is the one to that commit. */
  committing: boolean;
}

/** Whether a commit is done and its client never told, or not done and its client told to try again. */
type Fate = "cut" | "refused";

/** The messages `COMMIT` and `ROLLBACK` of the Bolt protocol, as https://neo4j.com/docs/bolt has them. */
const commit = Buffer.from("0002b0120000", "hex");
const rollback = Buffer.from("0002b0130000", "hex");

/** The message `FAILURE` with what a server says where two transactions wait for each other. */
function deadlock(): Buffer {
  const text = (value: string): Buffer => Buffer.concat([Buffer.from([0xd0, value.length]), Buffer.from(value)]);
  const code = text("Neo.TransientError.Transaction.DeadlockDetected");
  const fields: readonly (readonly [string, Buffer])[] = [
    ["code", code],
    // From version 5.7 of the protocol on.
    ["neo4j_code", code],
    ["message", text("deadlock")],
    ["description", text("deadlock")],
    ["gql_status", text("50N05")],
  ];
  const message = Buffer.concat([
    Buffer.from([0xb1, 0x7f, 0xa0 + fields.length]),
    ...fields.flatMap(([name, value]) => [text(name), value]),
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message, Buffer.alloc(2)]);
}

const never = new Promise<never>(() => undefined);

/** Stands between the service and its database, and does to their connections what networks do. */
export class TcpProxy {
  /** Of the connections that were ever made to it. */
  connections = 0;
  readonly port: number;
  readonly #target: { readonly host: string; readonly port: number };
  readonly #listen: (socket: Socket) => void;
  readonly #links = new Set<Link>();
  #server: Server | null;
  #delay = 0;
  #awaited: { readonly text: string; readonly fate: Fate } | null = null;
  #passing: Promise<void> = Promise.resolve();
  #letPass: () => void = () => undefined;

  private constructor(target: URL, server: Server) {
    this.#target = { host: target.hostname, port: Number(target.port) };
    this.port = (server.address() as AddressInfo).port;
    this.#listen = this.#join.bind(this);
    this.#server = server.on("connection", this.#listen);
  }

  /** @param target the database, as `bolt://127.0.0.1:7687` */
  static async before(target: string): Promise<TcpProxy> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new TcpProxy(new URL(target), server);
  }

  /** Whether the transaction is yet to come whose commit has a fate. */
  get pending(): boolean {
    return this.#awaited !== null;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.port}`;
  }

  /** As where the database has ended: what is open is cut, and nothing listens. */
  refuse(): void {
    this.#server?.close();
    this.#server = null;
    this.cut();
  }

  /** Cuts what is open, in the middle of whatever passes; what comes after passes. */
  cut(): void {
    for (const link of this.#links) cut(link);
  }

  /** As where the database hangs: connections are taken and stay open, and nothing passes until it is resumed. */
  stall(): void {
    this.#letPass();
    this.#passing = new Promise((resolve) => {
      this.#letPass = resolve;
    });
  }

  /** As where a firewall has forgotten the connections: nothing passes what is open, for ever; new ones pass. */
  lose(): void {
    for (const link of this.#links) link.lost = true;
  }

  /** Makes all that passes late by so many milliseconds. */
  slow(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  /** What becomes of the next commit of a transaction with the statement. */
  nextCommitOf({ text }: Statement, fate: Fate): void {
    this.#awaited = { text, fate };
  }

  /** Lets everything pass again that was not lost. */
  async resume(): Promise<void> {
    this.#delay = 0;
    this.#letPass();
    if (this.#server !== null) return;
    this.#server = createServer(this.#listen).listen(this.port, "127.0.0.1");
    await once(this.#server, "listening");
  }

  close(): void {
    this.refuse();
    this.#letPass();
  }

  #join(client: Socket): void {
    this.connections++;
    const link = { client, server: connect(this.#target), lost: false, fate: null, committing: false };
    this.#links.add(link);
    void this.#pass(link, client, link.server);
    void this.#pass(link, link.server, client);
  }

  async #pass(link: Link, from: Socket, to: Socket): Promise<void> {
    from.setNoDelay();
    from.once("close", () => {
      this.#links.delete(link);
      to.destroy();
    });
    try {
      for await (const chunk of from) {
        if (this.#delay > 0) await sleep(this.#delay);
        await this.#passing;
        if (link.lost) await never;
        const passed = from === link.client ? this.#sent(link, chunk as Buffer) : this.#answered(link, chunk as Buffer);
        if (passed !== null) to.write(passed);
      }
    } catch {
      // A socket that was cut; the other one is closed with it.
    }
  }

  #sent(link: Link, chunk: Buffer): Buffer {
    if (this.#awaited !== null && chunk.includes(this.#awaited.text)) {
      link.fate = this.#awaited.fate;
      this.#awaited = null;
    }
    if (link.fate === null || !chunk.includes(commit)) return chunk;
    link.committing = true;
    return link.fate === "refused" && chunk.equals(commit) ? rollback : chunk;
  }

  #answered(link: Link, chunk: Buffer): Buffer | null {
    if (!link.committing) return chunk;
    const { fate } = link;
    link.fate = null;
    link.committing = false;
    if (fate === "refused") return deadlock();
    cut(link);
    return null;
  }
}

function cut({ client, server }: Link): void {
  client.resetAndDestroy();
  server.destroy();
}
