import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("a country is right", () => {
  expect(
    check(`places:
  - { id: place/land, kind: COUNTRY, name: { en: Land }, cite: p. 1 }
firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1, country: place/land }
`),
  ).toEqual([]);
});

test("a site as a country is found", () => {
  expect(
    check(`places:
  - { id: place/spot, kind: SITE, name: { en: Spot }, cite: p. 1 }
firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1, country: place/spot }
`),
  ).toEqual(["4:57 kinds-of-place-fit expected a place of kind COUNTRY; place/spot is SITE"]);
});

test("parts of what is no aggregate are found", () => {
  expect(
    check(`places:
  - { id: place/spot, kind: SITE, name: { en: Spot }, cite: p. 1 }
  - { id: place/site, kind: SITE, name: { en: Site }, parts: [place/spot], cite: p. 1 }
`),
  ).toEqual(["3:55 kinds-of-place-fit expected parts of an AGGREGATE only; place/site is SITE"]);
});
