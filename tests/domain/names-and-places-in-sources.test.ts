import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { locator, parseLocator } from "../../src/domain/citation.js";
import { weakest } from "../../src/domain/certainty.js";
import { fold } from "../../src/domain/fold.js";
import { kindOf } from "../../src/domain/id.js";
import { type DatedName, nameAt, sortKey } from "../../src/domain/organization.js";
import { parseInterval, parsePeriod } from "../../src/domain/period.js";
import { similarity } from "../../src/domain/similarity.js";
import { Truth, allOf, anyOf } from "../../src/domain/truth.js";

const number = fc.option(fc.integer({ min: 1, max: 999 }));
const printed = fc.option(fc.stringMatching(/^[a-z0-9]{1,3}(\.[0-9]{1,2})?$/));

test("a place in a source reads as a person would cite it, and back", () => {
  fc.assert(
    fc.property(number, printed, printed, number, (page, table, figure, footnote) => {
      const citation = { source: "source/book", page, table, figure, footnote };
      const empty = [page, table, figure, footnote].every((part) => part === null);
      expect(parseLocator(locator(citation), "source/book")).toEqual(empty ? null : citation);
    }),
  );
  expect(locator({ source: "source/book", page: 86, table: "4.2", figure: null, footnote: 12 })).toBe(
    "p. 86, table 4.2, note 12",
  );
});

test.each(["", "86", "page 86", "p. 86 table 4.2", "p.86", "p. -1", "p. 86,"])("%j is no place in a source", (text) => {
  expect(parseLocator(text, "source/book")).toBeNull();
});

describe("the first part of an id says what it names", () => {
  test.each([
    ["firm/sensonor", "FIRM"],
    ["table/nibr-2005-11/v.4", "TABLE"],
    ["observation/nibr-2005-11/v.3/r1c1", "OBSERVATION"],
    ["place/oslo", "PLACE"],
    ["shop/sensonor", null],
    ["firm", null],
    ["firm/", null],
    ["firm/Sensonor", null],
    ["firm/ås", null],
    ["firm/a b", null],
    ["firm/-a", null],
  ])("%s: %s", (id, kind) => {
    expect(kindOf(id)).toBe(kind);
  });
});

test("three values obey Kleene's laws", () => {
  const values = Object.values(Truth);
  const not = (value: Truth): Truth => (value === "YES" ? "NO" : value === "NO" ? "YES" : "POSSIBLY");
  for (const a of values) {
    for (const b of values) {
      expect(not(allOf([a, b]))).toBe(anyOf([not(a), not(b)]));
      expect(allOf([a, b])).toBe(allOf([b, a]));
      expect(allOf([a, anyOf([a, b])])).toBe(a);
    }
  }
  expect([allOf([]), anyOf([])]).toEqual(["YES", "NO"]);
});

test("what is derived is as certain as its weakest link", () => {
  expect(weakest(["STATED", "DISPUTED", "INFERRED"])).toBe("DISPUTED");
  expect(weakest([])).toBe("STATED");
});

describe("the name at a date", () => {
  const name = (text: string, period: string | null, ...observed: string[]): DatedName => ({
    name: text,
    language: "NB",
    period: period === null ? null : parsePeriod(period),
    observed: observed.map(parseInterval),
    certainty: "STATED",
    citations: [],
  });
  const at = (names: readonly DatedName[], date: string): string => nameAt(names, "NB", parseInterval(date));

  test("is the one in use, in a year of change the later one, and outside the nearest", () => {
    const names = [name("First", "1890/1946"), name("Second", "1946/1985")];
    expect(["1800", "1890", "1900", "1946", "1950", "1985", "2000"].map((date) => at(names, date))).toEqual([
      "First",
      "First",
      "First",
      "Second",
      "Second",
      "Second",
      "Second",
    ]);
  });

  test("is the one shown nearest, where the change is not dated", () => {
    const names = [name("First", "1987/"), name("Second", "/..", "2005")];
    expect(["1987", "1990", "2000", "2005", "2010"].map((date) => at(names, date))).toEqual([
      "First",
      "First",
      "Second",
      "Second",
      "Second",
    ]);
  });

  test("is the latest without a date, and the fullest where none is dated", () => {
    expect(nameAt([name("First", "1890/1946"), name("Second", "1946/1985")], "NB", null)).toBe("Second");
    expect(nameAt([name("Full name", null), name("Short", null)], "NB", null)).toBe("Full name");
    expect(at([name("Full name", null), name("Dated", "1990/")], "1950")).toBe("Dated");
  });
});

test("names sort as in Norwegian", () => {
  const names = ["Østfold", "Aker", "Ås", "Zeta", "Ærlig", "Éclair", "aker b", "A/S Norsk"];
  expect(names.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    "Aker",
    "aker b",
    "A/S Norsk",
    "Éclair",
    "Zeta",
    "Ærlig",
    "Østfold",
    "Ås",
  ]);
});

test("letters are folded as people type them", () => {
  expect(["Ørmen", "ormen", "A\u030as", "Aas", "Ås", "Æra", "aera", "Kongsberg-Gruppen  ASA"].map(fold)).toEqual([
    "ormen",
    "ormen",
    "as",
    "as",
    "as",
    "aera",
    "aera",
    "kongsberg gruppen asa",
  ]);
});

describe("the better a name answers what was typed, the nearer to 1", () => {
  test.each([
    ["SensoNor", "SensoNor", "Sensonor AS"],
    ["sensonor", "SensoNor AS", "SensoNor Technologies"],
    ["kongsberg", "Kongsberg", "Kongsberg Automotive"],
    ["automotive", "Automotive", "Kongsberg Automotive"],
    ["kongsbrg automotive", "Kongsberg Automotive", "Kongsberg Gruppen"],
    ["vaapenfabrikk", "Kongsberg Våpenfabrikk", "Kongsberg Offshore"],
  ])("%s: %s before %s", (typed, better, worse) => {
    expect(similarity(typed, better)).toBeGreaterThan(similarity(typed, worse));
  });
});
