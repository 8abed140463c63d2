import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("a hierarchy is right", () => {
  expect(
    check(`places:
  - { id: place/land, kind: COUNTRY, name: { en: Land }, cite: p. 1 }
  - { id: place/spot, kind: SITE, name: { en: Spot }, within: place/land, cite: p. 1 }
`),
  ).toEqual([]);
});

test("places within each other are found", () => {
  expect(
    check(`places:
  - { id: place/a, kind: SITE, name: { en: A }, within: place/b, cite: p. 1 }
  - { id: place/b, kind: SITE, name: { en: B }, within: place/a, cite: p. 1 }
`),
  ).toEqual([
    "2:49 wholes-have-no-cycle expected no cycle; got place/b within place/a within place/b",
    "3:49 wholes-have-no-cycle expected no cycle; got place/a within place/b within place/a",
  ]);
});
