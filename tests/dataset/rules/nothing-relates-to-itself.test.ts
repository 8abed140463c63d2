import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("two ends are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
collaborations:
  - { parties: [firm/one, firm/two], form: RESEARCH, cite: p. 1 }
`),
  ).toEqual([]);
});

test("one end twice is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
collaborations:
  - { parties: [firm/one, firm/one], form: RESEARCH, cite: p. 1 }
`),
  ).toEqual(["6:27 nothing-relates-to-itself expected two different ends; got firm/one twice"]);
});
