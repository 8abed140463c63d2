import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";
import { operation } from "./operations.js";

const works = "firm/kongsberg-vapenfabrikk";
const subsea = "firm/fmc-kongsberg-subsea";

/** Every operation, with variables on the bundled data. */
const asked: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["01", {}],
  ["02", { root: works }],
  ["03", { id: subsea, at: "2005" }],
  ["04", { a: subsea, b: "firm/kongsberg-gruppen" }],
  ["05", { town: "town/kongsberg" }],
  ["06", { text: "kongsberg vaapenfabrik" }],
  ["07", { names: ["Kongsberg Vaapenfabrik", "FMC Kongsberg Subsea", "nobody at all"] }],
  ["08", { id: works }],
  ["08", { id: "institution/ffi", at: "1990" }],
  ["09", {}],
  ["09", { measure: "no-such-measure" }],
  ["10", { tables: ["v.4"] }],
  ["10", { tables: ["table/nibr-2005-11/5.3"] }],
  ["11", { town: "town/kongsberg" }],
  ["11", {}],
  ["12", { town: "town/kongsberg" }],
  ["13", { where: { town: "town/kongsberg" } }],
  ["13", { where: { descendsFrom: { organization: { formerStateCompany: true } } } }],
  ["14", { ids: [works, "town/kongsberg", "firm/none", "source/nibr-2005-11", "phase/none"] }],
];

const answers = new Map<string, Map<string, unknown>>();

describe.each(engines)("operations of the contract on the bundled data: $name", ({ name, open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), bundled());
  }, 120_000);
  afterAll(() => service.close());

  test.each(asked)("operation %s with %j answers", async (number, variables) => {
    const { status, data, errors } = await service.ask(operation(number), variables);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data).not.toBeNull();
    const key = `${number} ${JSON.stringify(variables)}`;
    answers.set(key, (answers.get(key) ?? new Map<string, unknown>()).set(name, data));
  });
});

test("every engine gave the same answers", () => {
  expect(answers.size).toBe(asked.length);
  for (const [key, byEngine] of answers) {
    expect(byEngine.size).toBe(engines.length);
    const [first, ...others] = byEngine.values();
    for (const other of others) expect([key, JSON.stringify(other)]).toEqual([key, JSON.stringify(first)]);
  }
});
