import { describe, expect, test } from "@jest/globals";
import type { Category, Observation } from "../../src/domain/entity.js";
import { groupObservations, isAdditive } from "../../src/domain/observation-groups.js";
import { parseInterval } from "../../src/domain/period.js";

let made = 0;
function cell(given: Partial<Omit<Observation, "categories">> & { size?: string; total?: boolean } = {}): Observation {
  const { size, total = false, ...own } = given;
  const categories: Category[] = size === undefined ? [] : [{ dimension: "size class", value: size, total }];
  return {
    kind: "OBSERVATION",
    id: `observation/${made++}`,
    measure: "employment",
    unit: "persons",
    workforce: true,
    table: "table/1",
    row: 1,
    column: 1,
    place: "place/a",
    organization: null,
    sector: "sector/x",
    period: "2005",
    interval: parseInterval("2005"),
    value: 10,
    valueText: null,
    valueAtLeast: null,
    valueAtMost: null,
    missing: null,
    definition: {},
    certainty: "STATED",
    citations: [],
    note: null,
    ...own,
    categories,
  };
}

/** Place region holds a and b. */
const extent = (id: string): ReadonlySet<string> => new Set(id === "place/region" ? [id, "place/a", "place/b"] : [id]);

const together = (...cells: Observation[]) => groupObservations(cells, [], extent);

describe("observations are summed where that makes sense", () => {
  test("those of different places that do not overlap", () => {
    expect(
      together(cell({ value: 10 }), cell({ place: "place/b", value: 30.1 }), cell({ place: "place/c", value: 0.2 })),
    ).toEqual([
      {
        keys: [],
        measure: "employment",
        unit: "persons",
        count: 3,
        sum: 40.3,
        min: 0.2,
        max: 30.1,
        mean: expect.closeTo(13.4333),
        notSummed: null,
        citations: [],
      },
    ]);
  });

  test("totals of the same kind", () => {
    expect(
      together(cell({ size: "all", total: true }), cell({ size: "all", total: true, place: "place/b" }))[0]?.sum,
    ).toBe(20);
  });

  test("one alone", () => {
    expect(together(cell({ value: 7 }))[0]).toMatchObject({ sum: 7, mean: 7, notSummed: null });
  });
});

describe("and where it would mislead, it is said why", () => {
  test.each<readonly [string, readonly Observation[], string]>([
    ["shares", [cell({ unit: "percent" })], "values in percent do not add up"],
    ["amounts for each firm", [cell({ unit: "persons per firm" })], "values in persons per firm do not add up"],
    ["missing ones", [cell(), cell({ value: null, missing: "not printed" })], "1 of 2 have no exact number"],
    ["ranges", [cell({ value: null, valueAtLeast: 5 })], "1 of 1 have no exact number"],
    [
      "two dates of one stock",
      [cell(), cell({ period: "1997", interval: parseInterval("1997") })],
      "they are of several dates",
    ],
    ["two tables", [cell(), cell({ table: "table/2" })], "they are of several tables, whose definitions may differ"],
    ["two definitions", [cell(), cell({ definition: { en: "Without part-timers" } })], "their definitions differ"],
    [
      "a total and its parts",
      [cell({ size: "1-9" }), cell({ size: "all", total: true })],
      "totals stand beside their parts",
    ],
    ["classes and none", [cell(), cell({ size: "1-9" })], "they are classified in different ways"],
    [
      "a region and a place in it",
      [cell(), cell({ place: "place/region" })],
      "places overlap: place/a and place/region",
    ],
    ["the same twice", [cell(), cell()], "the same is counted more than once"],
  ])("%s", (_what, cells, why) => {
    expect(together(...cells)).toMatchObject([{ sum: null, mean: null, notSummed: why }]);
  });

  test("the least and the greatest are given all the same", () => {
    expect(together(cell({ unit: "percent", value: 3 }), cell({ unit: "percent", value: 5 }))[0]).toMatchObject({
      min: 3,
      max: 5,
    });
  });
});

test("groups are split by measure and unit, and by what is asked for", () => {
  const cells = [
    cell({ size: "1-9" }),
    cell({ size: "10-30" }),
    cell({ size: "1-9", place: "place/b" }),
    cell({ measure: "firms", unit: "firms" }),
  ];
  expect(
    groupObservations(cells, ["CATEGORY"], extent).map(({ keys, measure, count }) => [keys[0]?.value, measure, count]),
  ).toEqual([
    ["", "firms", 1],
    ["size class: 1-9", "employment", 2],
    ["size class: 10-30", "employment", 1],
  ]);
});

test.each([
  ["persons", true],
  ["NOK million", true],
  ["firms", true],
  ["percent", false],
  ["words", false],
  ["year", false],
  ["persons per firm", false],
])("amounts in %s add up: %s", (unit, adds) => {
  expect(isAdditive(unit)).toBe(adds);
});
