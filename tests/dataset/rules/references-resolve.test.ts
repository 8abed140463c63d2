import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("ids of records are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
supplies:
  - { supplier: firm/one, customer: firm/two, cite: p. 1 }
`),
  ).toEqual([]);
});

test("an id of no record is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
supplies:
  - { supplier: firm/one, customer: firm/none, cite: p. 1 }
`),
  ).toEqual(["4:27 references-resolve expected the id of a record; there is no firm/none"]);
});
