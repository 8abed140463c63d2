import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { type Explorer, startExplorer } from "./browser.js";

jest.setTimeout(60_000);

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});

afterAll(() => explorer.close());

afterEach(async () => {
  expect(await explorer.closePages()).toEqual([]);
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await explorer.open(path, { locale: "en-GB", ...options });
  await page.locator("h1").waitFor();
  return page;
}

/** What the accessibility checker finds serious. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
}

const paths = [
  "/",
  "/search?q=raufoss",
  "/firm/sensonor",
  "/lineage/firm/kongsberg-vapenfabrikk",
  "/lineage/firm/raufoss-ammunisjonsfabrikker",
  "/town/halden",
  "/person/bjarne-hurlen",
  "/event/halden-reactor-1958",
  "/table/nibr-2005-11/v.3",
  "/source/nibr-2005-11",
  "/questions",
  "/compare",
  "/stated/horten/history.yaml?line=20",
  "/doubts",
];

describe("the pages, with no other host in reach,", () => {
  test.each(paths.flatMap((path) => (["light", "dark"] as const).map((scheme) => [path, scheme] as const)))(
    "%s is accessible in the %s",
    async (path, colorScheme) => {
      expect(await seriousFindings(await open(path, { colorScheme }))).toEqual([]);
    },
  );

  test.each(paths)("%s fits a narrow screen", async (path) => {
    const page = await open(path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });

  test.each(paths)("%s does not move under the reader's eyes", async (path) => {
    const page = await open(path);
    // https://web.dev/articles/cls: below 0.1 is good.
    const shift = await page.evaluate<number>(`new Promise((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) sum += value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => resolve(sum), 700);
    })`);
    expect(shift).toBeLessThan(0.1);
  });

  test("send less than 200 kB of script for the first view", async () => {
    const page = await open("/");
    await page.getByRole("link", { name: "Horten" }).first().waitFor();
    const sent = await page.evaluate<number>(`performance.getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`);
    expect(sent).toBeGreaterThan(10_000);
    expect(sent).toBeLessThan(200_000);
  });

  test("find a firm by the beginning of its name", async () => {
    const page = await open("/");
    await page.getByRole("combobox", { name: "Search" }).fill("Sensonor");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "SensoNor AS", exact: true }).click();
    await page.getByRole("heading", { name: "SensoNor AS" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/firm/sensonor");
    await page.goBack();
    await page.getByRole("heading", { name: "Search: Sensonor" }).waitFor();
  });

  test("show an organization as of a year that the address keeps", async () => {
    const page = await open("/firm/raufoss-ammunisjonsfabrikker?at=1930");
    await page.getByRole("heading", { name: "Raufoss Ammunisjonsfabrikk" }).waitFor();
    await page.getByRole("slider").focus();
    await page.keyboard.press("End");
    await page.getByRole("heading", { name: "Raufoss ASA" }).waitFor();
    expect(page.url()).toContain("at=2005");
  });

  test("lead from a fact to the line of the dataset that states it", async () => {
    const page = await open("/firm/sensonor");
    await page.locator(".citations > a").first().click();
    await page.getByRole("heading", { name: "horten/history.yaml" }).waitFor();
    await page.locator("tr.marked", { hasText: "firm/sensonor" }).waitFor();
  });

  test("draw a family whose branches can be reached by the keyboard", async () => {
    const page = await open("/lineage/firm/kongsberg-vapenfabrikk");
    const branch = page.getByRole("button", { name: /→ Volvo Aero Norge AS: division split off/ });
    await branch.focus();
    await page.locator(".evidence", { hasText: "p. 123" }).waitFor();
    await page.getByRole("combobox", { name: "How" }).selectOption("JOINT_VENTURE");
    expect(await page.locator(".diagram > svg > .branch").count()).toBeLessThan(5);
  });

  test("answer a question, and open it in the playground", async () => {
    const page = await open("/questions");
    const question = page.locator("details", { hasText: "Who owns MicroTech Innovation" });
    await question.locator("summary").click();
    await question.getByRole("link", { name: "institution/siva" }).waitFor();
    await question.getByRole("link", { name: "Open in the playground" }).click();
    await page.locator(".graphiql-query-editor .view-line", { hasText: "OwnersOfTheIncubatorInHorten" }).waitFor();
  });

  test("speak Norwegian where the browser does, and change on request", async () => {
    const page = await open("/", { locale: "nb-NO" });
    await page.getByRole("heading", { name: "Hvor bedrifter kommer fra, og hvordan vi vet det." }).waitFor();
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Where firms come from, and how we know." }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  test("say where there is nothing", async () => {
    const page = await explorer.open("/firm/nothing", { locale: "en-GB" });
    await page.getByText("There is nothing at this address.").waitFor();
  });
});
