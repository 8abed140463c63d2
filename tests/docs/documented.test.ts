import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { settingNames } from "../../src/config.js";
import { ErrorCode } from "../../src/graphql/error.js";
import { projectRoot } from "../../src/project-root.js";

/** What stands between backticks in the first column of a document's tables. */
function firstColumn(document: string): string[] {
  const text = readFileSync(join(projectRoot, "docs", document), "utf8");
  return [...text.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? "");
}

test("every setting is documented, and nothing else is", () => {
  expect(firstColumn("settings.md").toSorted()).toEqual(settingNames.toSorted());
});

test("every code of an error is documented, and nothing else is", () => {
  expect(firstColumn("errors.md").toSorted()).toEqual(Object.values<string>(ErrorCode).toSorted());
});
