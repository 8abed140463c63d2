import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { boundsOf, parseInterval, parsePeriod } from "../../src/domain/period.js";
import {
  type Company,
  type Holding,
  isState,
  possiblyEverStateOwned,
  stateOwned,
  stateOwnedAmong,
} from "../../src/domain/state-ownership.js";
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

describe("through companies", () => {
  const company = (owners: readonly (readonly [string, number])[], kind: "STATE" | null = null): Company => ({
    organization: {
      bounds: boundsOf(parsePeriod("1900/..")),
      stateCompany: null,
      institutionKind: kind,
      country: "place/norway",
    },
    owners: owners.map(([owner, share]) => ({ ...holding("NO", "1900/..", { share }).ownership, owner })),
  });
  const among = (companies: Readonly<Record<string, Company>>): Readonly<Record<string, Truth>> =>
    Object.fromEntries(stateOwnedAmong(new Map(Object.entries(companies)), parseInterval("1960")));

  test("it goes on as long as each holds over half", () => {
    expect(
      among({
        state: company([], "STATE"),
        a: company([["state", 60]]),
        b: company([["a", 60]]),
        c: company([["a", 40]]),
        d: company([
          ["a", 40],
          ["b", 20],
        ]),
      }),
    ).toEqual({ a: "YES", b: "YES", d: "YES" });
  });

  test("companies that own each other are not the state's for that", () => {
    expect(among({ a: company([["b", 100]]), b: company([["a", 100]]) })).toEqual({});
  });

  test("companies that own each other and are the state's in the end are", () => {
    const state = company([], "STATE");
    expect(
      among({
        state,
        a: company([
          ["b", 40],
          ["state", 30],
        ]),
        b: company([["a", 100]]),
      }),
    ).toEqual({});
    expect(
      among({
        state,
        a: company([
          ["state", 51],
          ["b", 49],
        ]),
        b: company([["a", 100]]),
      }),
    ).toEqual({
      a: "YES",
      b: "YES",
    });
  });

  test("nothing is the state's on any day that may not be at some time", () => {
    // An exact share comes without bounds, and the least is no more than the most: a dataset with others is refused.
    const share = fc.oneof(
      fc.record({ share: fc.constantFrom(20, 50, 51, 100) }),
      fc.record({ shareAtLeast: fc.constantFrom(null, 20, 30), shareAtMost: fc.constantFrom(null, 30, 60) }),
      fc.record({ shareAtLeast: fc.constantFrom(40, 50), shareAtMost: fc.constantFrom(null, 60) }),
    );
    const owner = fc.record({
      owner: fc.nat(6),
      period: fc.constantFrom("1900/1950", "1940/..", "1955/1970", "/"),
      share,
    });
    const organization = fc.record({
      owners: fc.array(owner, { maxLength: 3 }),
      called: fc.constantFrom(false, false, true),
    });
    fc.assert(
      fc.property(fc.array(organization, { minLength: 7, maxLength: 7 }), (drawn) => {
        const companies = new Map(
          drawn.map(({ owners, called }, index): readonly [string, Company] => [
            String(index),
            {
              organization: {
                ...company([], index === 0 ? "STATE" : null).organization,
                stateCompany: called ? boundsOf(parsePeriod("1930/1960")) : null,
              },
              owners: owners.map((each) => ({
                owner: String(each.owner),
                ...holding("NO", each.period, each.share).ownership,
              })),
            },
          ]),
        );
        const ever = possiblyEverStateOwned(companies);
        const among = new Map([...companies].filter(([id]) => ever.has(id)));
        for (const year of ["1935", "1945", "1960", "1980"]) {
          const truths = stateOwnedAmong(companies, parseInterval(year));
          expect(stateOwnedAmong(among, parseInterval(year))).toEqual(truths);
        }
      }),
    );
  });

  test("many that all own each other are worked out at once", () => {
    const names = Array.from({ length: 60 }, (_, index) => `c${index}`);
    const owners = names.map((name) => [name, 1] as const);
    const all = Object.fromEntries(names.map((name) => [name, company(owners.filter(([owner]) => owner !== name))]));
    expect(among({ ...all, state: company([], "STATE"), c0: company([["state", 100]]) })).toEqual({ c0: "YES" });
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
