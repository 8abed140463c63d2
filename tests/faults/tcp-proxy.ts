import { once } from "node:events";
import { type AddressInfo, type Server, type Socket, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Statement } from "../../src/graph/statement.js";

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Nothing passes it any more, and neither end is told. */
  lost: boolean;
  /** The client has sent the text whose commit is to be cut. */
  toBeCut: boolean;
  /** The server's next answer is not passed on; both ends are cut instead. */
  cutUponAnswer: boolean;
}

/** The message `COMMIT` of the Bolt protocol in a chunk of its own, as https://neo4j.com/docs/bolt has it. */
const commit = Buffer.from("0002b0120000", "hex");

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
  #cutCommitOf: string | null = null;
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

  /** The next transaction that sends the statement is committed, and cut before its client is told. */
  cutCommitOf({ text }: Statement): void {
    this.#cutCommitOf = text;
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
    const link = { client, server: connect(this.#target), lost: false, toBeCut: false, cutUponAnswer: false };
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
        if (from === link.client) this.#watch(link, chunk as Buffer);
        else if (link.cutUponAnswer) {
          cut(link);
          break;
        }
        to.write(chunk as Buffer);
      }
    } catch {
      // A socket that was cut; the other one is closed with it.
    }
  }

  #watch(link: Link, chunk: Buffer): void {
    if (this.#cutCommitOf !== null && chunk.includes(this.#cutCommitOf)) {
      link.toBeCut = true;
      this.#cutCommitOf = null;
    }
    link.cutUponAnswer ||= link.toBeCut && chunk.includes(commit);
  }
}

function cut({ client, server }: Link): void {
  client.resetAndDestroy();
  server.destroy();
}
