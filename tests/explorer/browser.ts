import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import { projectRoot } from "../../src/project-root.js";

/** The pages as their sources are now, built as they are served. */
export async function buildExplorer(): Promise<void> {
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

/** A page that reaches one host only. */
export interface OfflinePage {
  readonly page: Page;
  /** Requests to other hosts, errors of the page and in its console, what its security policy refused. */
  readonly complaints: readonly string[];
}

/** Opens an address in a context of its own, which remembers nothing of others. */
export async function openOffline(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OfflinePage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const complaints: string[] = [];
  const { origin } = new URL(address);
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      complaints.push(`asks another host: ${route.request().url()}`);
      await route.abort();
    },
  );
  const page = await context.newPage();
  // Chromium says there, too, what a security policy refuses.
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => complaints.push(`fails: ${request.url()}`));
  page.on("response", (response) => {
    if (!response.ok()) complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto(address);
  return { page, complaints };
}
