import { expect, test } from "@jest/globals";
import { check } from "../checking.js";

test("two values are right", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
contradictions:
  - id: contradiction/one
    about: [firm/one]
    explanation: { en: Why. }
    claims:
      - { subject: firm/one, property: founded, value: "1990", rank: PREFERRED, cite: p. 1 }
      - { subject: firm/one, property: founded, value: "1991", cite: p. 2 }
`),
  ).toEqual([]);
});

test("one value twice is found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
contradictions:
  - id: contradiction/one
    about: [firm/one]
    explanation: { en: Why. }
    claims:
      - { subject: firm/one, property: founded, value: "1990", rank: PREFERRED, cite: p. 1 }
      - { subject: firm/one, property: founded, value: "1990", cite: p. 2 }
`),
  ).toEqual(['7:5 claims-differ expected different values; got "1990" throughout']);
});

test("two preferred values are found", () => {
  expect(
    check(`firms:
  - { id: firm/one, names: [{ name: One }], cite: p. 1 }
contradictions:
  - id: contradiction/one
    about: [firm/one]
    explanation: { en: Why. }
    claims:
      - { subject: firm/one, property: founded, value: "1990", rank: PREFERRED, cite: p. 1 }
      - { subject: firm/one, property: founded, value: "1991", rank: PREFERRED, cite: p. 2 }
`),
  ).toEqual(["9:64 claims-differ expected one preferred value of firm/one founded; got two"]);
});
