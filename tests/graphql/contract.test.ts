import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  astFromValue,
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  print,
  specifiedScalarTypes,
  validate,
} from "graphql";
import { schemaReference } from "../../src/graphql/reference.js";
import { buildOpphavSchema, emitSchema } from "../../src/graphql/schema.js";
import { projectRoot } from "../../src/project-root.js";
import { contractFolder, operations } from "./operations.js";

const contract = buildSchema(readFileSync(join(contractFolder, "core.graphql"), "utf8"));
let emitted: GraphQLSchema;

beforeAll(async () => {
  emitted = buildSchema(await emitSchema());
});

test("the committed schema is the one that the code emits", async () => {
  expect(readFileSync(join(projectRoot, "schema/schema.graphql"), "utf8")).toBe(await emitSchema());
});

test("and so is its reference", async () => {
  const committed = readFileSync(join(projectRoot, "docs/schema.md"), "utf8");
  expect(committed).toBe(schemaReference(await buildOpphavSchema()));
});

test("nothing that users rely on is missing", () => {
  expect(findBreakingChanges(contract, emitted)).toEqual([]);
});

/** The default of every argument and input field; null where it has none. */
function defaultsOf(schema: GraphQLSchema): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const look = (coordinate: string, { defaultValue, type }: GraphQLArgument | GraphQLInputField): void => {
    const value = astFromValue(defaultValue, type);
    found.set(coordinate, value == null ? null : print(value));
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
  }
  return found;
}

/** `findDangerousChanges` sees neither the defaults of input fields nor one where there was none. */
function changedDefaults(before: GraphQLSchema, after: GraphQLSchema): string[] {
  const defaults = defaultsOf(after);
  return [...defaultsOf(before)].flatMap(([coordinate, expected]) => {
    const came = defaults.get(coordinate);
    return came === undefined || came === expected ? [] : [`${coordinate}: expected ${expected}; got ${came}`];
  });
}

describe("no default differs from the contract's", () => {
  test("of an argument or an input field", () => {
    expect(changedDefaults(contract, emitted)).toEqual([]);
  });

  test("and the check finds one that does", () => {
    const before = buildSchema(
      "input Of { a: Int = 1 } type Query { it(of: Of, b: Int = 1, c: Int, d: Int = 1): Int }",
    );
    const after = buildSchema(
      "input Of { a: Int = 2 } type Query { it(of: Of, b: Int = 2, c: Int = 1, d: Int = 1): Int }",
    );
    expect(changedDefaults(before, after).toSorted()).toEqual([
      "Of.a: expected 1; got 2",
      "Query.it(b:): expected 1; got 2",
      "Query.it(c:): expected null; got 1",
    ]);
  });
});

test.each([...operations])("operation %s of the contract is valid", (_number, text) => {
  expect(validate(emitted, parse(text))).toEqual([]);
});

test("arguments come in the contract's order, as people read them", () => {
  const differing: string[] = [];
  for (const type of Object.values(contract.getTypeMap())) {
    const served = emitted.getType(type.name);
    if (!(isObjectType(type) || isInterfaceType(type)) || !(isObjectType(served) || isInterfaceType(served))) continue;
    for (const field of Object.values(type.getFields())) {
      const wanted = field.args.map(({ name }) => name);
      // The service may take more.
      const got = served
        .getFields()
        [field.name]?.args.map(({ name }) => name)
        .filter((name) => wanted.includes(name));
      if (got !== undefined && wanted.join(" ") !== got.join(" "))
        differing.push(`${type.name}.${field.name}: ${got.join(" ")}`);
    }
  }
  expect(differing).toEqual([]);
});

describe("everything is described", () => {
  const undescribed = (schema: GraphQLSchema): string[] => {
    const found: string[] = [];
    const look = (coordinate: string, described: { readonly description?: string | null | undefined }): void => {
      if (!described.description) found.push(coordinate);
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith("__") || specifiedScalarTypes.some(({ name }) => name === type.name)) continue;
      look(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
      if (isObjectType(type) || isInterfaceType(type)) {
        for (const field of Object.values(type.getFields())) {
          look(`${type.name}.${field.name}`, field);
          for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
        }
      }
    }
    return found;
  };

  test("types, fields, arguments and values", async () => {
    expect(undescribed(await buildOpphavSchema())).toEqual([]);
  });

  test("and the check finds what is not", () => {
    const schema = buildSchema(
      '"A thing." type Thing { name(of: Int): String } "All." type Query { "It." thing: Thing }',
    );
    expect(undescribed(schema)).toEqual(["Thing.name", "Thing.name(of:)"]);
  });
});

test("what can fail by itself is nullable, so that one failure does not empty an answer", async () => {
  const schema = await buildOpphavSchema();
  const organization = schema.getType("Organization");
  if (!isInterfaceType(organization)) throw new Error("expected the interface Organization");
  const computed = ["ancestors", "descendants", "ultimateOwners", "stateOwned"].map(
    (name) => organization.getFields()[name],
  );
  const fields = [...Object.values(schema.getQueryType()?.getFields() ?? {}), ...computed];
  expect(fields.length).toBeGreaterThan(20);
  for (const field of fields) {
    // A list of nodes by ids holds nulls, and the contract has the list itself always there.
    if (field?.name !== "nodes") expect([field?.name, isNonNullType(field?.type)]).toEqual([field?.name, false]);
  }
});
