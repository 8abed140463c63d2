import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";
import { askedOnBundled, operation } from "./operations.js";

const answers = new Map<string, Map<string, unknown>>();

describe.each(engines)("operations of the contract on the bundled data: $name", ({ name, open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), bundled());
  }, 120_000);
  afterAll(() => service.close());

  test.each(askedOnBundled)("operation %s with %j answers", async (number, variables) => {
    const { status, data, errors } = await service.ask(operation(number), variables);
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data).not.toBeNull();
    const key = `${number} ${JSON.stringify(variables)}`;
    answers.set(key, (answers.get(key) ?? new Map<string, unknown>()).set(name, data));
  });
});

test("every engine gave the same answers", () => {
  expect(answers.size).toBe(askedOnBundled.length);
  for (const [key, byEngine] of answers) {
    expect(byEngine.size).toBe(engines.length);
    const [first, ...others] = byEngine.values();
    for (const other of others) expect([key, JSON.stringify(other)]).toEqual([key, JSON.stringify(first)]);
  }
});
