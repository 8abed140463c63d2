import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("composed letters are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: Ås }], cite: p. 1 }
`),
  ).toEqual([]);
});

test("decomposed letters are found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: A\u030as }], cite: p. 1 }
`),
  ).toEqual(['2:31 text-is-composed expected composed letters (NFC); got "Ås"']);
});
