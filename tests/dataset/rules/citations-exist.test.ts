import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("pages of the source are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One, cite: "p. 99" }], cite: "p. 1, table 4.2; p. 99, note 3" }
`),
  ).toEqual([]);
});

test("a page that the source does not have is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 100 }
`),
  ).toEqual(["2:45 citations-exist expected a page from 1 to 99; got 100"]);
});

test("a citation without a page is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: table 4 }
`),
  ).toEqual(['2:45 citations-exist expected a page; got "table 4"']);
});
