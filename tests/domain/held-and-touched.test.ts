import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { dayOf } from "../../src/domain/day.js";
import { parseDate } from "../../src/domain/historical-date.js";
import {
  type Interval,
  type Period,
  boundsOf,
  happened,
  held,
  intervalOf,
  parseInterval,
  parsePeriod,
  touched,
} from "../../src/domain/period.js";
import { type Said, heldInAll, histories, touchedInAll } from "./held-by-day.js";

// A calendar of two months, with dates of days, months and spans of days: small enough to try every history.
const firstDay = dayOf(2000, 1, 1);
const dawn = firstDay - 20;
const dusk = firstDay + 80;

const day = fc
  .integer({ min: 0, max: 59 })
  .map((offset) => new Date((firstDay + offset) * 86_400_000).toISOString().slice(0, 10));
const date = fc.oneof(day, fc.constantFrom("2000-01", "2000-02"));
const end = fc.oneof({ arbitrary: date, weight: 6 }, { arbitrary: fc.constantFrom("", ".."), weight: 2 });
const period = fc.tuple(end, end).map(([start, finish]) => `${start}/${finish}`);
const question = fc.tuple(day, day).map(([a, b]) => parseInterval(a <= b ? `${a}/${b}` : `${b}/${a}`));

/** What can be said without contradicting itself. */
const said: fc.Arbitrary<Said> = fc
  .tuple(period, fc.array(date, { maxLength: 2 }))
  .filter(([text]) => parses(text))
  .map(([text, observed]) => ({ period: parsePeriod(text), observed: observed.map(parseInterval) }))
  .filter((each) => histories(each, dawn, dusk).length > 0);

function parses(text: string): boolean {
  try {
    parsePeriod(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Start and end are kept apart, each with its bounds: where they may overlap, or begin or end in an observation, the rule
 * is coarser than whole histories, and left to the examples.
 */
const separate = ({ period: { start, end: finish }, observed }: Said): boolean =>
  (start === null || finish === null || start.latest <= finish.earliest) &&
  observed.every((seen) =>
    [start, finish].every((each) => each === null || each.latest < seen.first || seen.last < each.earliest),
  );

describe("against all histories that agree with what is said, day by day", () => {
  test("what is certain is so in all of them, and what is not possible in none", () => {
    fc.assert(
      fc.property(said.filter(separate), question, (each, at) => {
        const all = histories(each, dawn, dusk);
        const bounds = boundsOf(each.period, each.observed);
        const oracle = { held: heldInAll(all, at), touched: touchedInAll(all, at) };
        const ours = { held: held(bounds, at), touched: touched(bounds, at) };
        expect({ ours: ours.touched, ...describeSaid(each, at) }).toEqual({
          ours: oracle.touched,
          ...describeSaid(each, at),
        });
        // Held throughout is possible for the bounds where start and end may each be so, though not in one history.
        if (ours.held !== oracle.held) expect([ours.held, oracle.held]).toEqual(["POSSIBLY", expect.anything()]);
        expect(ours.held === "YES").toBe(oracle.held === "YES");
        expect(ours.held === "NO").toBe(oracle.held === "NO");
      }),
      { numRuns: 400 },
    );
  });

  test("what is shown in being is at least as certain as without it", () => {
    const rank = { NO: 0, POSSIBLY: 1, YES: 2 };
    fc.assert(
      fc.property(said.filter(separate), question, (each, at) => {
        const [without, with_] = [boundsOf(each.period), boundsOf(each.period, each.observed)];
        if (held(without, at) === "YES") expect(held(with_, at)).toBe("YES");
        expect(rank[held(with_, at)]).toBeGreaterThanOrEqual(held(without, at) === "YES" ? 2 : 0);
      }),
    );
  });

  test("what held throughout touched, and what did not touch did not hold", () => {
    fc.assert(
      fc.property(said, question, ({ period: text, observed }, at) => {
        const bounds = boundsOf(text, observed);
        if (held(bounds, at) === "YES") expect(touched(bounds, at)).toBe("YES");
        expect(held(bounds, at) === "NO").toBe(touched(bounds, at) === "NO");
      }),
    );
  });
});

function describeSaid(each: Said, at: Interval): object {
  return { period: each.period.edtf, observed: each.observed, at };
}

const bounds = (text: string, ...observed: string[]) => boundsOf(parsePeriod(text), observed.map(parseInterval));

describe("a boundary year is possible on both sides of a change", () => {
  test.each([
    ["1970/1987", "1987", "POSSIBLY"],
    ["1987/2001", "1987", "POSSIBLY"],
    ["1970/1987", "1986", "YES"],
    ["1987/2001", "1988", "YES"],
    ["1970/1987", "1988", "NO"],
    ["1987/2001", "1986", "NO"],
  ])("%s at %s: %s", (text, at, truth) => {
    expect(held(bounds(text), parseInterval(at))).toBe(truth);
  });
});

describe("open and unknown ends", () => {
  test.each([
    ["1995/..", "2500", "YES"],
    ["1995/", "1996", "POSSIBLY"],
    ["1995/", "1994", "NO"],
    ["1995/", "2500", "POSSIBLY"],
    ["../1814", "1500", "YES"],
    ["/1814", "1500", "POSSIBLY"],
    ["/1814", "1815", "NO"],
    ["/", "1900", "POSSIBLY"],
    ["../..", "1900", "YES"],
    ["1995/..", "1996/..", "YES"],
    ["1995/2005", "1996/..", "POSSIBLY"],
  ])("%s at %s: %s", (text, at, truth) => {
    expect(held(bounds(text), parseInterval(at))).toBe(truth);
  });
});

describe("a doubt keeps any answer from being certain", () => {
  test.each([
    ["1987?/2001", "1990", "POSSIBLY"],
    ["1987?/2001", "1980", "NO"],
    ["1987/2001?", "1990", "POSSIBLY"],
    ["1987%/2001", "1986", "POSSIBLY"],
    ["1987/2001", "1990?", "POSSIBLY"],
    ["1987/2001", "2003?", "NO"],
  ])("%s at %s: %s", (text, at, truth) => {
    expect(held(bounds(text), parseInterval(at))).toBe(truth);
    expect(touched(bounds(text), parseInterval(at))).toBe(truth);
  });
});

describe("what is observed holds", () => {
  test.each<readonly [string, readonly string[], string, string]>([
    ["/", ["2004"], "2004", "YES"],
    ["/", ["2004"], "2003", "POSSIBLY"],
    ["/", ["1998", "2004"], "2001", "YES"],
    ["/..", ["1998"], "2500", "YES"],
    ["1995/", ["2004"], "2000", "YES"],
    ["198X/", ["2004"], "1991", "YES"],
    ["198X/", ["1985"], "1985", "YES"],
    ["1987?/", ["2004"], "2004", "YES"],
    ["1987?/", ["2004"], "1990", "POSSIBLY"],
    ["1987?/", ["1990", "2004"], "1995", "YES"],
    // A stated start or end within the observation stays: it was founded in the year of the table.
    ["2004/", ["2004"], "2004", "POSSIBLY"],
    ["1990/2004", ["2004"], "2004", "POSSIBLY"],
    ["2004-06/", ["2004"], "2004", "POSSIBLY"],
  ])("%s seen at %j, at %s: %s", (text, observed, at, truth) => {
    expect(held(bounds(text, ...observed), parseInterval(at))).toBe(truth);
  });
});

describe("during asks what touched", () => {
  test.each([
    ["1987/1987", "1987", "YES"],
    ["1970/1987", "1987", "YES"],
    ["1970/1987", "1987-06", "POSSIBLY"],
    ["1970/1987", "1988", "NO"],
    ["1987/", "1980/1990", "YES"],
    ["/1987", "1980/1990", "YES"],
    ["/", "1980/1990", "POSSIBLY"],
    ["199X/", "1990/1995", "POSSIBLY"],
  ])("%s during %s: %s", (text, during, truth) => {
    expect(touched(bounds(text), parseInterval(during))).toBe(truth);
  });
});

describe("a happening lies within", () => {
  test.each([
    ["1987", "1987", "YES"],
    ["1987-06", "1987", "YES"],
    ["1987", "1987-06", "POSSIBLY"],
    ["198X", "1987", "POSSIBLY"],
    ["1957/1959", "195X", "YES"],
    ["1957/1959", "1958", "POSSIBLY"],
    ["1987", "1988", "NO"],
    ["1987?", "1987", "POSSIBLY"],
    ["1987?", "1988", "NO"],
    ["1980~", "1978/1982", "YES"],
    ["1987", "1980/..", "YES"],
  ])("%s in %s: %s", (text, during, truth) => {
    expect(happened(intervalOf(parseDate(text)), parseInterval(during))).toBe(truth);
  });

  test("as days do", () => {
    fc.assert(
      fc.property(date, question, (text, during) => {
        const { earliest, latest } = parseDate(text);
        const days = Array.from({ length: latest - earliest + 1 }, (_none, index) => earliest + index);
        const inside = days.map((each) => during.first <= each && each <= during.last);
        const truth = inside.every(Boolean) ? "YES" : inside.some(Boolean) ? "POSSIBLY" : "NO";
        expect(happened(intervalOf(parseDate(text)), during)).toBe(truth);
      }),
    );
  });
});

test("the histories know a period that ends before it begins", () => {
  const reversed: Period = { ...parsePeriod("2000-01-05/2000-01-06"), end: parseDate("2000-01-04") };
  expect(histories({ period: reversed, observed: [] }, dawn, dusk)).toEqual([]);
});
