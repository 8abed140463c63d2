import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("a diamond is right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
descents:
  - { predecessor: firm/one, successor: firm/two, mechanism: MERGER, cite: p. 1 }
  - { predecessor: firm/one, successor: firm/three, mechanism: MERGER, cite: p. 1 }
  - { predecessor: firm/two, successor: firm/three, mechanism: MERGER, cite: p. 1 }
`),
  ).toEqual([]);
});

test("a cycle is found once", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
descents:
  - { predecessor: firm/one, successor: firm/two, mechanism: MERGER, cite: p. 1 }
  - { predecessor: firm/two, successor: firm/three, mechanism: MERGER, cite: p. 1 }
  - { predecessor: firm/three, successor: firm/one, mechanism: MERGER, cite: p. 1 }
`),
  ).toEqual(["8:32 descent-has-no-cycle expected no cycle; got firm/one → firm/two → firm/three → firm/one"]);
});
