import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("two of one name that point at each other are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: Same }], cite: p. 1 }
  - { id: firm/two, names: [{ name: same }], distinctFrom: [firm/one], cite: p. 1 }
`),
  ).toEqual([]);
});

test("two of one name are found, and an alias counts", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: Same }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Other }], aliases: [SAME], cite: p. 1 }
`),
  ).toEqual(['3:21 names-are-told-apart expected distinctFrom: [firm/one], or one record; both are called "same"']);
});
