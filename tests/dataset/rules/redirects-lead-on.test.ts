import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("an id no longer used is right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
redirects:
  - { from: firm/former, to: firm/one }
`),
  ).toEqual([]);
});

test("one that is used is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
redirects:
  - { from: firm/two, to: firm/one }
`),
  ).toEqual(["5:7 redirects-lead-on expected an id no longer used; firm/two is"]);
});
