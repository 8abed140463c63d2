// What a historian, a regional researcher or a journalist would ask. Each answer is written from the report, with its
// pages, and every engine has to give it.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";
import { projectRoot } from "../../src/project-root.js";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

const folder = join(projectRoot, "questions");

const shape = z.strictObject({
  question: z.string().endsWith("?"),
  shows: z.string().endsWith("."),
  kind: z.enum([
    "lineage",
    "time",
    "ownership",
    "institutions",
    "comparison",
    "statistics",
    "people",
    "doubts",
    "relations",
  ]),
  towns: z.array(z.string()),
  operation: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
  answer: z.unknown(),
  /** Printed pages that the answer has to rest on. */
  pages: z.array(z.int()),
});

const questions = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .toSorted()
  .map((name) => [name, shape.parse(parse(readFileSync(join(folder, name), "utf8")))] as const);

describe.each(engines)("the questions: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), bundled());
  }, 120_000);
  afterAll(() => service.close());

  test.each(questions)("%s", async (_name, { operation, variables, answer, pages }) => {
    const { data, errors, extensions } = await service.ask(operation, variables, { extensions: { provenance: true } });
    expect(errors).toBeUndefined();
    expect(data).toEqual(answer);
    const cited = (extensions?.["provenance"] as { page: number | null }[]).map(({ page }) => page);
    expect(cited).toEqual(expect.arrayContaining(pages));
  });
});
