import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("two links of different mechanisms are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
descents:
  - { predecessor: firm/one, successor: firm/two, mechanism: MERGER, cite: p. 1 }
  - { predecessor: firm/one, successor: firm/two, mechanism: INITIATIVE, cite: p. 1 }
`),
  ).toEqual([]);
});

test("the same supply twice is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
supplies:
  - { supplier: firm/one, customer: firm/two, cite: p. 1 }
  - { supplier: firm/one, customer: firm/two, cite: p. 2 }
`),
  ).toEqual(["7:5 facts-stand-once expected one record with both citations; the same stands at a.yaml:6"]);
});
