import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("an inference with a note is right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], certainty: INFERRED, note: From its name., cite: p. 1 }
`),
  ).toEqual([]);
});

test("an inference without one is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], certainty: INFERRED, cite: p. 1 }
`),
  ).toEqual(["2:45 inference-is-explained expected a note on what firm/one is inferred from"]);
});
