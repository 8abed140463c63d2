import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("shares that add up to all of it are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
ownerships:
  - { owner: firm/one, owned: firm/three, share: 50.3, observed: 2004, cite: p. 1 }
  - { owner: firm/two, owned: firm/three, share: 49.9, observed: 2004, cite: p. 1 }
`),
  ).toEqual([]);
});

test("shares at different times are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
ownerships:
  - { owner: firm/one, owned: firm/three, share: 80, period: 1990/1995, cite: p. 1 }
  - { owner: firm/two, owned: firm/three, share: 80, period: 1996/.., cite: p. 1 }
`),
  ).toEqual([]);
});

test("more than all of it at one time is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
  - { id: firm/two, names: [{ name: Two }], cite: p. 1 }
  - { id: firm/three, names: [{ name: Three }], cite: p. 1 }
ownerships:
  - { owner: firm/one, owned: firm/three, share: 60, observed: 2004, cite: p. 1 }
  - { owner: firm/two, owned: firm/three, shareAtLeast: 50, observed: 2004, cite: p. 1 }
`),
  ).toEqual(["6:24 shares-fit expected at most 100 percent of firm/three at one time; got 110 of firm/one, firm/two"]);
});
