import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("ids of their own are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
`),
  ).toEqual([]);
});

test("a second record of an id is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/one, names: [{ name: Other }], cite: p. 2 }
`),
  ).toEqual(["3:7 unique-ids expected an id of its own; firm/one is defined at a.yaml:2, too"]);
});
