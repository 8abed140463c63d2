import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { pino } from "pino";
import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import { load } from "../../src/dataset/write/load.js";
import { projectRoot } from "../../src/project-root.js";
import { readConfig } from "../../src/config.js";
import { createHttpServer } from "../../src/server/http.js";
import { inFolder } from "../engines.js";
import { bundled } from "../service.js";

/** The pages as their sources are now, built as they are served. */
async function buildExplorer(): Promise<void> {
  await promisify(execFile)("npm", ["run", "build:explorer"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** Files named `….browser.test.ts` are run only where there is a Chromium; the reporter says where there is none. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env["OPPHAV_TEST_CHROMIUM"];
  if (executablePath === undefined) throw new Error("expected OPPHAV_TEST_CHROMIUM in the environment; it is not set");
  return chromium.launch({
    executablePath,
    args: [
      // Where tests run as root, or in a container, its own sandbox cannot be set up.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      // What it would do on its own account.
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // No other host has an address, whatever asks for it.
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ],
  });
}

/** The service with the bundled dataset, and pages of it that reach no other host. */
export interface Explorer {
  /** Opens a path in a context of its own, which remembers nothing of others. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /**
   * Closes the pages that were opened, and tells what was wrong with them: requests to other hosts, errors of the page
   * and in its console, what its security policy refused.
   */
  closePages(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startExplorer(): Promise<Explorer> {
  await buildExplorer();
  const graph = await inFolder.open();
  await load(graph, bundled());
  const { app } = await createHttpServer(graph, pino({ level: "silent" }), readConfig({}).server);
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const browser = await startBrowser();
  let opened: BrowserContext[] = [];
  let complaints: string[] = [];
  return {
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      opened.push(context);
      return openOffline(context, `${address}${path}`, (complaint) => complaints.push(complaint));
    },
    closePages: async () => {
      for (const context of opened) await context.close();
      const told = complaints;
      [opened, complaints] = [[], []];
      return told;
    },
    close: async () => {
      await browser.close();
      await app.close();
      await graph.close();
    },
  };
}

async function openOffline(
  context: BrowserContext,
  address: string,
  complain: (complaint: string) => void,
): Promise<Page> {
  const { origin } = new URL(address);
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      complain(`asks another host: ${route.request().url()}`);
      await route.abort();
    },
  );
  const page = await context.newPage();
  // Chromium says there, too, what a security policy refuses.
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complain(message.text());
  });
  page.on("pageerror", (error) => {
    complain(error.message);
  });
  page.on("requestfailed", (request) => {
    complain(`fails: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (!response.ok()) complain(`${response.status()}: ${response.url()}`);
  });
  await page.goto(address);
  return page;
}
