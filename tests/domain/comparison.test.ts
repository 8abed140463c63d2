import { expect, test } from "@jest/globals";
import { type ComparisonQuestion, compare, spanOf } from "../../src/domain/comparison.js";
import type { Observation } from "../../src/domain/entity.js";
import { parseInterval } from "../../src/domain/period.js";

type Cell = readonly [table: string, place: string, year: string, value: number | null, sector?: string];

const observations = (...cells: readonly Cell[]): Observation[] =>
  cells.map(([table, place, period, value, sector = "sector/x"], index) => ({
    kind: "OBSERVATION",
    id: `observation/${index}`,
    measure: "employment",
    unit: "persons",
    workforce: true,
    table,
    row: 1,
    column: 1,
    place,
    organization: null,
    sector,
    categories: [],
    period,
    interval: parseInterval(period),
    value,
    valueText: null,
    valueAtLeast: null,
    valueAtMost: null,
    missing: value === null ? "not printed" : null,
    definition: {},
    certainty: "STATED",
    citations: [],
    note: null,
  }));

const span = (year: string): string => spanOf({ interval: parseInterval(year) });
const question = (more: Partial<ComparisonQuestion> = {}): ComparisonQuestion => ({
  places: null,
  table: null,
  from: span("1997"),
  to: span("2005"),
  ...more,
});

test("rows are sectors, columns places, and changes come from the printed values", () => {
  const { table, rows } = compare(
    observations(
      ["t1", "a", "1997", 152],
      ["t1", "a", "2005", 134],
      ["t1", "b", "1997", 0],
      ["t1", "b", "2005", 2],
      ["t1", "a", "1997", 10, "sector/y"],
      ["t1", "a", "2000", 11, "sector/y"],
    ),
    question(),
  );
  expect(table).toBe("t1");
  expect(rows.map(({ sector }) => sector)).toEqual(["sector/x", "sector/y"]);
  expect(rows[0]?.cells).toMatchObject([
    { place: "a", change: -18, changePercent: -11.8, index: 88.2, missing: null, definitionsDiffer: false },
    { place: "b", change: 2, changePercent: null, index: null, missing: null },
  ]);
  expect(rows[1]?.cells).toMatchObject([
    { place: "a", change: null, missing: "the table has no such cell at the later date" },
    { place: "b", change: null, missing: "the tables have no such cell at either date" },
  ]);
});

test("the table is the one that covers most of the places; another steps in for a place that it lacks, and says so", () => {
  const cells = observations(
    ["t1", "a", "1997", 1],
    ["t1", "a", "2005", 2],
    ["t2", "a", "1997", 10],
    ["t2", "a", "2005", 20],
    ["t2", "b", "1997", 30],
    ["t2", "b", "2005", 40],
    ["t1", "c", "1997", 5],
    ["t1", "c", "2005", 7],
    ["t1", "d", "1997", 5],
  );
  expect(compare(cells, question({ places: ["a"] })).table).toBe("t1");
  expect(compare(cells, question({ places: ["a", "b"] })).table).toBe("t2");
  expect(compare(cells, question({ places: ["a", "b", "c"], table: "t2" })).rows[0]?.cells).toMatchObject([
    { change: 10, definitionsDiffer: false },
    { change: 10, definitionsDiffer: false },
    { change: null, missing: "the tables have no such cell at either date" },
  ]);
  // Both tables cover two of the three.
  expect(compare(cells, question({ places: ["a", "b", "c"] })).rows[0]?.cells).toMatchObject([
    { change: 1, definitionsDiffer: false },
    { change: 10, definitionsDiffer: true },
    { change: 2, definitionsDiffer: false },
  ]);
});

test("a value that is missing says why", () => {
  const cells = observations(["t1", "a", "1997", null], ["t1", "a", "2005", 2]);
  expect(compare(cells, question()).rows[0]?.cells).toMatchObject([
    { change: null, missing: "the earlier value is not printed" },
  ]);
});

test("where no table has the measure at these dates, there are no rows", () => {
  expect(compare(observations(["t1", "a", "1990", 1]), question())).toEqual({ table: null, rows: [] });
});

test("rows that only other places have are left out", () => {
  const { rows } = compare(
    observations(
      ["t1", "a", "1997", 1],
      ["t1", "a", "2005", 2],
      ["t1", "b", "1997", 3, "sector/y"],
      ["t1", "b", "2005", 4, "sector/y"],
    ),
    question({ places: ["a"] }),
  );
  expect(rows.map(({ sector }) => sector)).toEqual(["sector/x"]);
});
