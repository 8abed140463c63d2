import { describe, expect, test } from "@jest/globals";
import { boundsOf, parseInterval, parsePeriod } from "../../src/domain/period.js";
import { type Holding, isState, stateOwned } from "../../src/domain/state-ownership.js";
import type { Truth } from "../../src/domain/truth.js";

function holding(byState: Truth, period: string, share: Partial<Holding["ownership"]> = {}): Holding {
  return {
    byState,
    ownership: { share: null, shareAtLeast: null, shareAtMost: null, ...share, bounds: boundsOf(parsePeriod(period)) },
  };
}

const at = (holdings: readonly Holding[], date = "1960", called: string | null = null): Truth =>
  stateOwned(
    holdings,
    {
      bounds: boundsOf(parsePeriod("1900/1980")),
      stateCompany: called === null ? null : boundsOf(parsePeriod(called)),
    },
    parseInterval(date),
  );

describe("over half of it is the state's", () => {
  test.each<readonly [string, readonly Holding[], Truth]>([
    ["all of it", [holding("YES", "1950/1970", { share: 100 })], "YES"],
    ["exactly half", [holding("YES", "1950/1970", { share: 50 })], "NO"],
    ["a little over half", [holding("YES", "1950/1970", { share: 50.1 })], "YES"],
    ["a majority", [holding("YES", "1950/1970", { shareAtLeast: 50 })], "YES"],
    ["an unknown share", [holding("YES", "1950/1970")], "POSSIBLY"],
    ["at most a third", [holding("YES", "1950/1970", { shareAtMost: 33 })], "NO"],
    [
      "two thirds of different bodies",
      [holding("YES", "1950/1970", { share: 30 }), holding("YES", "1950/1970", { share: 30 })],
      "YES",
    ],
    [
      "an unknown share beside someone's half",
      [holding("YES", "1950/1970"), holding("NO", "1950/1970", { share: 50 })],
      "NO",
    ],
    ["all of it by a company that possibly is", [holding("POSSIBLY", "1950/1970", { share: 100 })], "POSSIBLY"],
    ["all of it in the year of the sale", [holding("YES", "1950/1960", { share: 100 })], "POSSIBLY"],
    ["nothing known", [], "NO"],
  ])("%s", (_what, holdings, truth) => {
    expect(at(holdings)).toBe(truth);
  });

  test("or the source calls it a state company", () => {
    expect(at([holding("YES", "1950/1970")], "1960", "1950/1970")).toBe("YES");
    expect(at([], "1970", "1950/1970")).toBe("POSSIBLY");
    expect(at([], "1980", "1950/1970")).toBe("NO");
  });

  test("and never of what was not there", () => {
    expect(at([holding("YES", "/", { share: 100 })], "1899")).toBe("NO");
    expect(at([holding("YES", "/", { share: 100 })], "1950")).toBe("POSSIBLY");
  });
});

describe("the state is", () => {
  test.each([
    ["STATE", "place/norway", true],
    ["MINISTRY", null, true],
    ["ARMED_FORCES", "place/norway", true],
    ["PUBLIC_AGENCY", "place/norway", true],
    ["MUNICIPALITY", "place/norway", false],
    ["STATE", "place/sweden", false],
    [null, "place/norway", false],
  ] as const)("%s of %s: %s", (institutionKind, country, truth) => {
    expect(isState({ institutionKind, country })).toBe(truth);
  });
});
