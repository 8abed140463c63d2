import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type GraphQLCompositeType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  execute,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  parse,
  validate,
} from "graphql";
import { parse as parseYaml } from "yaml";
import { load } from "../../src/dataset/write/load.js";
import type { Graph } from "../../src/graph/graph.js";
import { Budget } from "../../src/graphql/budget.js";
import { Compiler } from "../../src/graphql/compiled-operation.js";
import { compiledOperations, oftenEnough } from "../../src/graphql/compiled-operations.js";
import { compiledSize } from "../../src/graphql/compiled-size.js";
import type { Context } from "../../src/graphql/context.js";
import { buildOpphavSchema } from "../../src/graphql/schema.js";
import { Names } from "../../src/knowledge/names.js";
import { createLoaders } from "../../src/loaders/loaders.js";
import { projectRoot } from "../../src/project-root.js";
import { inMemory } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";
import { askedOnBundled, operation } from "./operations.js";

type Variables = Readonly<Record<string, unknown>>;

const questions = readdirSync(join(projectRoot, "questions")).map((file) => {
  const { operation: text, variables = {} } = parseYaml(readFileSync(join(projectRoot, "questions", file), "utf8")) as {
    operation: string;
    variables?: Variables;
  };
  return [file, text, variables] as const;
});

let schema: GraphQLSchema;
let compiler: Compiler;
beforeAll(async () => {
  schema = await buildOpphavSchema();
  compiler = new Compiler(schema);
});

const sizeOf = (text: string): number => {
  const document = parse(text);
  return compiledSize(schema, document, operationOf(text, document));
};

function operationOf(text: string, document = parse(text)): OperationDefinitionNode {
  const found = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`expected an operation; got ${text}`);
  return found;
}

describe("an answer of a compiled operation is that of graphql-js, byte for byte", () => {
  let graph: Graph;
  let names: Names;
  beforeAll(async () => {
    graph = await inMemory.open();
    await load(graph, bundled());
    names = new Names(graph);
  }, 120_000);
  afterAll(() => graph.close());

  const inContext = async <Result>(run: (context: Context) => Result): Promise<Awaited<Result>> => {
    const budget = new Budget({ cost: 1e9, objects: 1e9, milliseconds: 60_000 });
    const reader = await graph.open({ deadline: budget.deadline });
    try {
      return await run({ reader, loaders: createLoaders(reader), names, budget });
    } finally {
      await reader.release();
    }
  };

  /** Both answers; null where it is not compiled, or has errors. */
  const both = async (text: string, variables: Variables = {}) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const compiled = compiler.compile(document, operationOf(text, document));
    const got = await inContext(async (context) => compiled?.(variables, context));
    const expected = await inContext((contextValue) =>
      execute({ schema, document, contextValue, variableValues: variables }),
    );
    return { got: got == null ? null : JSON.stringify(got), expected: JSON.stringify(expected) };
  };

  test.each([
    ...askedOnBundled.map(([number, variables]) => [number, operation(number), variables] as const),
    ...questions,
  ])("%s", async (...[, text, variables]) => {
    const { got, expected } = await both(text, variables);
    expect(got).toBe(expected);
  });

  test.each<readonly [string, string, Variables?]>([
    [
      "fields that come twice, by fragments",
      `{ organization(id: "firm/sensonor") { id ...F names { name } ... on Firm { owners { share } } id } }
       fragment F on Organization { names { __typename name } owners { owner { __typename ... on Entity { id } } } }`,
    ],
    ["aliases", `{ a: firm(id: "firm/sensonor") { b: name c: name } d: firm(id: "firm/none") { name } }`],
    [
      "variables in objects that are not given",
      `query ($town: ID) { organizations(first: 3, where: { town: $town }) { nodes { id } totalCount } }`,
    ],
    [
      "variables in lists, with defaults",
      `query ($id: ID! = "firm/sensonor") { nodes(ids: [$id, "town/horten"]) { __typename id } }`,
    ],
    ["defaults of arguments", `query ($first: Int) { firms(first: $first) { totalCount nodes { id } } }`],
    ["null", `query ($first: Int) { firms(first: $first) { nodes { id } } }`, { first: null }],
  ])("%s", async (...[, text, variables]) => {
    const { got, expected } = await both(text, variables);
    expect(got).toBe(expected);
  });

  test("operations made at random", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), async (choices) => {
        const text = randomOperation(choices);
        // Two types can have fields of one name that cannot be merged.
        fc.pre(sizeOf(text) <= 1_000 && validate(schema, parse(text)).length === 0);
        const { got, expected } = await both(text);
        // What has errors is told by graphql-js.
        expect(got ?? "errors").toBe(expected.includes('"errors"') ? "errors" : expected);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  /** Fields of a few organizations, some of them twice, as the choices have it. */
  function randomOperation(choices: readonly number[]): string {
    let next = 0;
    const choose = <Choice>(of: readonly Choice[]): Choice | undefined =>
      of[(choices[next++ % choices.length] ?? 0) % of.length];
    const selection = (type: GraphQLCompositeType, depth: number): string => {
      const fields = "getFields" in type ? Object.values(type.getFields()) : [];
      const fit = fields.filter(
        ({ args, type: of }) => !args.some(isRequiredArgument) && (depth > 0 || !isCompositeType(getNamedType(of))),
      );
      const chosen = ["__typename"];
      for (let count = choose([1, 2, 3, 4]) ?? 1; count > 0; count--) {
        const field = choose(fit);
        if (field === undefined) break;
        const of = getNamedType(field.type);
        chosen.push(isCompositeType(of) ? `${field.name} { ${selection(of, depth - 1)} }` : field.name);
      }
      const concrete = isAbstractType(type) ? choose(schema.getPossibleTypes(type)) : undefined;
      if (concrete !== undefined && depth > 0)
        chosen.push(`... on ${concrete.name} { ${selection(concrete, depth - 1)} }`);
      return chosen.join(" ");
    };
    const organization = schema.getType("Organization");
    if (!isCompositeType(organization)) throw new Error("expected a type Organization with fields; there is none");
    return `{ organizations(first: 3, where: { town: "town/horten" }) { nodes { ${selection(organization, 3)} } } }`;
  }
});

describe("is not compiled", () => {
  test.each([
    ["what may be left out", `query ($x: Boolean!) { firm(id: "a") { id @skip(if: $x) name id } }`],
    [
      "a fragment that may be left out",
      `query ($x: Boolean!) { ...F @include(if: $x) } fragment F on Query { towns { id } }`,
    ],
    ["names that could be taken for a path", `{ a_b: towns { id } }`],
    ["names that objects have", `{ __proto__: towns { id } }`],
    ["introspection", `{ __schema { types { name } } }`],
  ])("%s", (_name, text) => {
    expect(sizeOf(text)).toBe(Number.POSITIVE_INFINITY);
  });

  test("what is small as text and large as code", () => {
    const nested = (levels: number): string =>
      levels === 0 ? "id" : `owners { owner { ... on Organization { ${nested(levels - 1)} } } }`;
    expect(sizeOf(`{ organization(id: "a") { ${nested(1)} } }`)).toBeLessThan(100);
    expect(sizeOf(`{ organization(id: "a") { ${nested(5)} } }`)).toBeGreaterThan(1_000);
    const doubling = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
    expect(sizeOf(`{ ...F0 } ${doubling.join(" ")} fragment F40 on Query { towns { id } }`)).toBeGreaterThan(1e12);
  });
});

test("every operation of the contract is small enough", () => {
  for (const [number] of askedOnBundled)
    expect([number, sizeOf(operation(number))]).toEqual([number, expect.any(Number)]);
  for (const [number] of askedOnBundled) expect(sizeOf(operation(number))).toBeLessThan(1_000);
});

test("recursive filters compile within a heap of 512 MB", () => {
  const words = ["--max-old-space-size=512", "--import", "./tests/typescript.mjs", "tests/graphql/compile-filters.ts"];
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd: projectRoot,
    encoding: "utf8",
    timeout: 60_000,
  });
  expect([status, stderr]).toEqual([0, ""]);
}, 60_000);

describe("a service", () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await inMemory.open(), undefined, {
      OPPHAV_CACHE_ANSWERS: "0",
      OPPHAV_MAX_OBJECTS: "12",
    });
  }, 60_000);
  afterAll(() => service.close());

  /** Its first answer, by graphql-js, and one when it has been asked often. */
  const firstAndLater = async (text: string, variables: Variables = {}, extensions = {}) => {
    const answers: unknown[] = [];
    for (let time = 0; time < oftenEnough + 3; time++) {
      const { errors, ...others } = await service.ask(text, variables, { extensions });
      const told = (errors as typeof errors | undefined)?.map(({ extensions: { id: _id, ...rest }, ...error }) => ({
        ...error,
        extensions: rest,
      }));
      answers.push({ ...others, errors: told });
    }
    return [answers[0], answers.at(-1)];
  };

  test.each<readonly [string, string, Variables?, object?]>([
    ["an answer", `{ towns { id } }`],
    ["variables that do not fit", `query ($first: Int) { firms(first: $first) { nodes { id } } }`, { first: "many" }],
    ["a variable that is missing", `query ($id: ID!) { firm(id: $id) { id } }`],
    ["part of an answer", `{ towns { id } firms(first: 501) { nodes { id } } people(after: "x") { totalCount } }`],
    [
      "part of an answer that takes most of its budget",
      `{ towns { id } firms(first: 5) { nodes { id } } people(after: "x") { totalCount } }`,
    ],
    ["more objects than it may have", `{ firms(first: 20) { nodes { id owners { share } } } }`],
    ["its citations", `{ firm(id: "firm/lodby-works") { owners { share } } }`, {}, { provenance: true }],
  ])("gives the same, however often it is asked: %s", async (...[, text, variables, extensions]) => {
    const [first, later] = await firstAndLater(text, variables, extensions);
    expect(later).toEqual(first);
  });

  test("runs nothing of what a caller wrote", async () => {
    const mark = "__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d";
    const [first, later] = await firstAndLater(`{ search(text: "${mark}globalThis.ran=true") { __typename } }`);
    expect(later).toEqual(first);
    expect(globalThis).not.toHaveProperty("ran");
  });
});

test("an operation is compiled when it has been asked often, and only then", async () => {
  let executed = 0;
  const apollo = new ApolloServer<Context>({
    schema,
    plugins: [
      compiledOperations(schema),
      {
        requestDidStart: async () => ({
          executionDidStart: async () => {
            executed++;
          },
        }),
      },
    ],
  });
  const graph = await inMemory.open();
  await load(graph, bundled());
  const budget = new Budget({ cost: 1e9, objects: 1e9, milliseconds: 60_000 });
  const reader = await graph.open({ deadline: budget.deadline });
  const contextValue = { reader, loaders: createLoaders(reader), names: new Names(graph), budget };
  for (let time = 0; time < oftenEnough + 20; time++) {
    await apollo.executeOperation({ query: "{ towns { id } }" }, { contextValue });
  }
  expect(executed).toBe(oftenEnough);
  await reader.release();
  await graph.close();
}, 60_000);
