import { describe, expect, test } from "@jest/globals";
import { AFTER_ALL, BEFORE_ALL, dayOf, yearOf } from "../../src/domain/day.js";
import { dateInWords, earliestYear, latestYear, parseDate } from "../../src/domain/historical-date.js";
import { parseInterval, parsePeriod } from "../../src/domain/period.js";

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe("a date is as vague as its source", () => {
  test.each([
    ["1987", "1987-01-01", "1987-12-31"],
    ["1987-06", "1987-06-01", "1987-06-30"],
    ["1988-02", "1988-02-01", "1988-02-29"],
    ["1987-06-02", "1987-06-02", "1987-06-02"],
    ["198X", "1980-01-01", "1989-12-31"],
    ["18XX", "1800-01-01", "1899-12-31"],
    ["0814", "0814-01-01", "0814-12-31"],
    ["1957/1959", "1957-01-01", "1959-12-31"],
    ["198X/199X", "1980-01-01", "1999-12-31"],
    // ~ widens by two units of the date's own precision.
    ["1980~", "1978-01-01", "1982-12-31"],
    ["1980-01~", "1979-11-01", "1980-03-31"],
    ["1980-01-01~", "1979-12-30", "1980-01-03"],
    ["198X~", "1960-01-01", "2009-12-31"],
    ["18XX~", "1600-01-01", "2099-12-31"],
    ["1980%", "1978-01-01", "1982-12-31"],
    // ? leaves the bounds.
    ["1980?", "1980-01-01", "1980-12-31"],
    ["198X?", "1980-01-01", "1989-12-31"],
  ])("%s is from %s to %s", (text, earliest, latest) => {
    const date = parseDate(text);
    expect([iso(date.earliest), iso(date.latest)]).toEqual([earliest, latest]);
    expect([earliestYear(date), latestYear(date)]).toEqual([Number(earliest.slice(0, 4)), Number(latest.slice(0, 4))]);
    expect(date.uncertain).toBe(/[?%]/.test(text));
  });
});

describe("what is no date is refused, with what was expected and what came", () => {
  test.each([
    "",
    " ",
    "1987 ",
    "87",
    "19877",
    "1987-13",
    "1987-00",
    "1987-02-30",
    "1987-6",
    "2001-21",
    "2001-41",
    "1987-06-02T10:00",
    "XXXX",
    "1XXX",
    "19X7",
    "1987-XX",
    "Y17000",
    "-0044",
    "1987~?",
    "~1987",
    "[1987,1988]",
    "1987/1988/1989",
    "1988/1987",
    "1987/..",
    "1987/",
    "/",
    "tomorrow",
    "١٩٨٧",
    "1987\u0000",
  ])("%j", (text) => {
    expect(() => parseDate(text)).toThrow(/^expected .+; got ".*"$/);
    expect(() => parseDate(text)).toThrow(JSON.stringify(text));
  });
});

describe("a period has two ends, each of any form", () => {
  test.each([
    ["1987/2001", "1987", "2001", false, false],
    ["198X/199X", "198X", "199X", false, false],
    ["1980~/1990?", "1980~", "1990?", false, false],
    ["1995/..", "1995", null, false, true],
    ["1995/", "1995", null, false, false],
    ["../1814", null, "1814", true, false],
    ["/1814", null, "1814", false, false],
    ["/", null, null, false, false],
    ["../..", null, null, true, true],
  ])("%s", (text, start, end, openStart, openEnd) => {
    const period = parsePeriod(text);
    expect([period.edtf, period.start?.edtf ?? null, period.end?.edtf ?? null]).toEqual([text, start, end]);
    expect([period.openStart, period.openEnd]).toEqual([openStart, openEnd]);
  });

  test.each(["1987", "1990/1980", "1987/2001-21", "a/b", "1987//2001", "1987/.../", ".../1987"])(
    "and %j is none",
    (text) => {
      expect(() => parsePeriod(text)).toThrow(/^expected .*period.*; got/);
    },
  );

  test("whose end may be before its start is taken, where the source is vague enough", () => {
    expect(parsePeriod("1985/198X").edtf).toBe("1985/198X");
  });
});

test("a question reaches as far as days go where an end of it is open or unknown", () => {
  expect(parseInterval("1995/..").last).toBeGreaterThan(dayOf(9999, 12, 31));
  expect(parseInterval("1995/").last).toBeLessThan(AFTER_ALL);
  expect(parseInterval("../1995").first).toBeGreaterThan(BEFORE_ALL);
});

test("years beyond all days are none", () => {
  expect([yearOf(BEFORE_ALL), yearOf(AFTER_ALL), yearOf(dayOf(1, 1, 1))]).toEqual([null, null, 1]);
});

describe("a date in words", () => {
  test.each([
    ["1987", "1987", "1987"],
    ["1987-06", "June 1987", "juni 1987"],
    ["1987-06-02", "2 June 1987", "2. juni 1987"],
    ["198X", "the 1980s", "1980-årene"],
    ["18XX", "the 1800s", "1800-tallet"],
    ["1980~", "about 1980", "omkring 1980"],
    ["1980?", "1980 (uncertain)", "1980 (usikkert)"],
    ["1980%", "about 1980 (uncertain)", "omkring 1980 (usikkert)"],
    ["1957/1959", "between 1957 and 1959", "mellom 1957 og 1959"],
  ])("%s is %s, or %s", (text, english, norwegian) => {
    const date = parseDate(text);
    expect([dateInWords(date, "EN"), dateInWords(date, "NB")]).toEqual([english, norwegian]);
  });
});
