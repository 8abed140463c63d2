import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("what happens while they are there is right", () => {
  expect(
    check(`firms:
  - { id: firm/old, names: [{ name: Old }], existence: 1900/1950, cite: p. 1 }
  - { id: firm/new, names: [{ name: New }], existence: 1950/1990, cite: p. 1 }
descents:
  - { predecessor: firm/old, successor: firm/new, mechanism: SUCCESSION, date: 1950, cite: p. 1 }
ownerships:
  - { owner: firm/old, owned: firm/new, period: 1950/1950, cite: p. 1 }
`),
  ).toEqual([]);
});

test("a successor that ended before it came out is found", () => {
  expect(
    check(`firms:
  - { id: firm/old, names: [{ name: Old }], existence: 1900/1950, cite: p. 1 }
  - { id: firm/new, names: [{ name: New }], existence: 1950/1990, cite: p. 1 }
descents:
  - { predecessor: firm/old, successor: firm/new, mechanism: SUCCESSION, date: 1991, cite: p. 1 }
`),
  ).toEqual(["5:74 dates-agree expected a date not after firm/new, which existed 1950/1990; got 1991"]);
});

test("an owner from after its end is found", () => {
  expect(
    check(`firms:
  - { id: firm/old, names: [{ name: Old }], existence: 1900/1950, cite: p. 1 }
  - { id: firm/new, names: [{ name: New }], existence: 1950/1990, cite: p. 1 }
ownerships:
  - { owner: firm/old, owned: firm/new, period: 1960/.., cite: p. 1 }
`),
  ).toEqual(["5:41 dates-agree expected a date not after firm/old, which existed 1900/1950; got 1960/.."]);
});

test("an observation outside its existence is found", () => {
  expect(
    check(`firms:
  - { id: firm/old, names: [{ name: Old }], existence: 1900/1950, observed: 1960, cite: p. 1 }
`),
  ).toEqual(["2:67 dates-agree expected an observation within 1900/1950; got 1960"]);
});
