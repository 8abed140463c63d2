import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("a measure that is defined is right", () => {
  expect(
    check(`measures:
  - { id: employment, name: { en: Employment }, unit: persons }
observations:
  - { id: observation/one, measure: employment, period: 1999, value: 3, cite: p. 1 }
`),
  ).toEqual([]);
});

test("one that is not is found", () => {
  expect(
    check(`measures:
  - { id: employment, name: { en: Employment }, unit: persons }
observations:
  - { id: observation/one, measure: employmnt, period: 1999, value: 3, cite: p. 1 }
`),
  ).toEqual(["4:28 measures-are-defined expected one of employment; got employmnt"]);
});
