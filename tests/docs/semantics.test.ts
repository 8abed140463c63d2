import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { parseDate } from "../../src/domain/historical-date.js";
import { boundsOf, happened, held, intervalOf, parseInterval, parsePeriod, touched } from "../../src/domain/period.js";
import type { Truth } from "../../src/domain/truth.js";
import { projectRoot } from "../../src/project-root.js";

const text = readFileSync(join(projectRoot, "docs/semantics.md"), "utf8");

/** The rows of the table of cases, without backticks. */
const cases = text
  .slice(text.indexOf("## Cases"), text.indexOf("## Names"))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| thing") && !line.startsWith("| ---"))
  .map((line) => line.split("|").map((cell) => cell.replaceAll("`", "").trim()))
  .map(([, thing = "", seen = "", question = "", answer = ""]) => ({ thing, seen, question, answer }));

test("the document has its cases", () => {
  expect(cases.length).toBeGreaterThan(20);
});

test.each(cases)("$thing, seen $seen, $question: $answer", ({ thing, seen, question, answer }) => {
  const [word = "", asked = ""] = question.split(" ");
  expect(truth(thing, seen, word, parseInterval(asked))).toBe(answer);
});

function truth(thing: string, seen: string, word: string, asked: ReturnType<typeof parseInterval>): Truth {
  if (word === "in") return happened(intervalOf(parseDate(thing.replace("happened ", ""))), asked);
  const observed = seen === "" ? [] : seen.split(", ").map(parseInterval);
  const bounds = boundsOf(parsePeriod(thing), observed);
  return word === "at" ? held(bounds, asked) : touched(bounds, asked);
}
