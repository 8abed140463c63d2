import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { buildSchema } from "graphql";
import type { BrowserContextOptions, Page } from "playwright-core";
import { parse } from "yaml";
import { projectRoot } from "../../src/project-root.js";
import { type Explorer, startExplorer } from "./browser.js";

jest.setTimeout(60_000);

const questionsFolder = join(projectRoot, "questions");
const questions = readdirSync(questionsFolder)
  .toSorted()
  .map((file) => parse(readFileSync(join(questionsFolder, file), "utf8")) as { kind: string; question: string });
const firstOfEachKind = [...new Set(questions.map(({ kind }) => kind))].map((kind) =>
  questions.find((each) => each.kind === kind),
);

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});

afterAll(() => explorer.close());

afterEach(async () => {
  expect(await explorer.closePages()).toEqual([]);
});

/** The playground, ready to be typed in. */
async function openPlayground(options?: BrowserContextOptions): Promise<Page> {
  const page = await explorer.open("/graphql", options);
  await isReady(page);
  return page;
}

async function isReady(page: Page): Promise<void> {
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
}

async function openQuestion(page: Page, question: string): Promise<void> {
  const kind = page.getByRole("region", { name: "Questions" }).locator("details", { hasText: question });
  if ((await kind.getAttribute("open")) === null) await kind.locator("summary").click();
  await kind.getByRole("button", { name: question }).click();
}

/** Runs what the tab holds, and gives the answer. */
async function run(page: Page): Promise<unknown> {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === "POST"),
    page.getByRole("button", { name: "Execute query" }).click(),
  ]);
  return response.json();
}

/** Waits until the answer shows a text. */
async function answerShows(page: Page, text: string): Promise<void> {
  await page.locator(".result-window .view-line", { hasText: text }).first().waitFor();
}

function tabs(page: Page): Promise<string[]> {
  return page.getByRole("tab").allInnerTexts();
}

describe("the playground, with no other host in reach,", () => {
  test("says what it is and shows a first operation", async () => {
    const page = await openPlayground();
    expect(await page.title()).toBe("Opphav playground");
    await page.getByRole("heading", { name: "Ask Opphav" }).waitFor();
    expect(await tabs(page)).toEqual(["TheBreakUpOfTheWeaponsWorks"]);
    await page.locator(".graphiql-query-editor .view-line", { hasText: "descendsFrom" }).waitFor();
  });

  test("describes the schema", async () => {
    const schema = buildSchema(readFileSync(join(projectRoot, "schema/schema.graphql"), "utf8"));
    const description = schema.getQueryType()?.getFields()["lineagePaths"]?.description ?? "";
    const page = await openPlayground();
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    const documentation = page.getByRole("region", { name: "Documentation Explorer" });
    await documentation.getByRole("link", { name: "Query", exact: true }).first().click();
    await documentation.getByRole("link", { name: "lineagePaths", exact: true }).click();
    await documentation.getByText(description.slice(0, 40)).first().waitFor();
  });

  test("opens a question in a new tab with its variables and shows its answer", async () => {
    const page = await openPlayground();
    await openQuestion(page, "How much of Ericsson Radar was Ericsson's in 1988");
    expect(await tabs(page)).toHaveLength(2);
    await page.locator(".graphiql-editor-tool .view-line", { hasText: "firm/ericsson-radar" }).waitFor();
    expect(await run(page)).toMatchObject({ data: { firm: { before: [{ share: 60 }, { share: 40 }] } } });
    await answerShows(page, "firm/lehmkuhl-elektronikk");
  });

  test("lists every question", async () => {
    const page = await openPlayground();
    const panel = page.getByRole("region", { name: "Questions" });
    expect(await panel.locator("li strong").allTextContents()).toHaveLength(questions.length);
  });

  test("runs the first question of each kind", async () => {
    const page = await openPlayground();
    for (const each of firstOfEachKind) {
      await openQuestion(page, each?.question ?? "");
      expect(await run(page)).toEqual({ data: expect.anything() });
    }
    expect(await tabs(page)).toHaveLength(firstOfEachKind.length + 1);
  });

  test("completes what is typed", async () => {
    const page = await openPlayground();
    await page.getByRole("button", { name: "New tab" }).click();
    await page.locator(".graphiql-query-editor .view-lines").click();
    await page.keyboard.type("{ lineag", { delay: 30 });
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "lineagePaths" }).waitFor();
  });

  test("marks what is wrong before it is asked", async () => {
    const page = await openPlayground();
    await page.getByRole("button", { name: "New tab" }).click();
    await page.locator(".graphiql-query-editor .view-lines").click();
    await page.keyboard.type("{ lineages }");
    await page.locator(".graphiql-query-editor .squiggly-error").first().waitFor();
  });

  test("remembers its tabs", async () => {
    const page = await openPlayground();
    await openQuestion(page, "Which firm is the Ericcson Axxesit of a printed table?");
    // They are written down half a second after they change.
    await page.waitForTimeout(1_000);
    await page.reload();
    await isReady(page);
    expect(await tabs(page)).toEqual(["TheBreakUpOfTheWeaponsWorks", "AMisspeltName"]);
    await page.locator(".graphiql-query-editor .view-line", { hasText: "Ericcson" }).waitFor();
  });

  test.each(["light", "dark"] as const)("is %s where the reader's system is, and changes by a setting", async (is) => {
    const other = is === "light" ? "dark" : "light";
    const page = await openPlayground({ colorScheme: is });
    expect(await brightness(page)).toBe(is);
    await page.getByRole("button", { name: "Open settings dialog" }).click();
    await page.getByRole("button", { name: other }).click();
    expect(await brightness(page)).toBe(other);
  });

  test("fits a narrow screen", async () => {
    const page = await openPlayground({ viewport: { width: 390, height: 844 } });
    await openQuestion(page, "When was Kongsberg Våpenfabrikk the state's?");
    await run(page);
    await answerShows(page, "POSSIBLY");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
  });
});

/** Of the page's background, by the middle of its three colours. */
async function brightness(page: Page): Promise<"light" | "dark"> {
  const colour = await page.evaluate("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor");
  const [red = 0, green = 0, blue = 0] = (String(colour).match(/\d+/g) ?? []).map(Number);
  return red + green + blue > 3 * 127 ? "light" : "dark";
}
