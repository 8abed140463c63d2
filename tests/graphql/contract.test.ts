import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { filterSchema, pruneSchema } from "@graphql-tools/utils";
import { describe, expect, test } from "@jest/globals";
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  astFromValue,
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  print,
  validate,
} from "graphql";
import { buildOpphavSchema, emitSchema } from "../../src/graphql/schema.js";
import { projectRoot } from "../../src/project-root.js";

/**
 * What the contract promises and the service does not serve yet, each with the reason. Types that only these use are
 * left out with them. The list may only shrink: an entry that is served fails.
 */
const notYet: Readonly<Record<string, string>> = {
  "Query.identify": "names are looked up one by one, by `search`",
  "Query.organizationGroups": "no statement counts organizations by dimension",
  "Query.observationGroups": "no rule says which cells may be summed",
  "Query.compareTowns": "no rule says which tables count alike",
  "Query.gaps": "no rule says what should be known of a node",
  "Source.cited": "no statement leads from a page to what rests on it",
  "OrganizationFilter.stateOwnedAt": "no statement follows ownership up to the state at a date",
  "OrganizationFilter.ownedBy": "no statement asks for owners in a filter",
};

/** What may fail by itself is nullable, so that its failure does not empty the answer. */
const failsByItself = ["ancestors", "descendants", "ultimateOwners", "stateOwned"].flatMap((field) =>
  ["Organization", "Firm", "Institution", "Unit", "Group"].map((type) => `${type}.${field}`),
);

/** By the contract its items are nullable, one by one, and the list is not. */
const nonNullAtRoot = ["Query.nodes"];

const folder = join(projectRoot, "tests", "graphql", "contract");
const contract = buildSchema(readFileSync(join(folder, "core.graphql"), "utf8"));
const isDue = (type: string, field: string | undefined): boolean => notYet[`${type}.${field ?? ""}`] === undefined;
const due = pruneSchema(filterSchema({ schema: contract, rootFieldFilter: isDue, fieldFilter: isDue }));
const emitted = await buildOpphavSchema();

/** A part of a schema: `Town`, `Town.name`, `Town.name(language:)`, `Language.NB`. */
interface Part {
  readonly description: string | null | undefined;
  /** Of fields and arguments: type and default, as in `Int! = 20`. */
  readonly signature: string | null;
}

/** Every part of a schema that is its own, and not of GraphQL, by coordinate. */
function partsOf(schema: GraphQLSchema): ReadonlyMap<string, Part> {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return new Map(
    own.flatMap((type) => [[type.name, { description: type.description, signature: null }], ...members(type)]),
  );
}

function members(type: GraphQLNamedType): [string, Part][] {
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description }) => [`${type.name}.${name}`, { description, signature: null }]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, input(field)]);
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args, description, type: result }): [string, Part][] => [
    [`${type.name}.${name}`, { description, signature: String(result) }],
    ...args.map((argument): [string, Part] => [`${type.name}.${name}(${argument.name}:)`, input(argument)]),
  ]);
}

function input({ description, type, defaultValue }: GraphQLArgument | GraphQLInputField): Part {
  const value = astFromValue(defaultValue, type);
  return { description, signature: value == null ? String(type) : `${String(type)} = ${print(value)}` };
}

const parts = { contract: partsOf(contract), due: partsOf(due), emitted: partsOf(emitted) };

describe("the emitted schema", () => {
  test("is the committed one (`opphav schema` writes it)", async () => {
    expect(readFileSync(join(projectRoot, "schema", "schema.graphql"), "utf8")).toBe(await emitSchema());
  });

  test("breaks nothing of the contract", () => {
    expect(findBreakingChanges(due, emitted).map(({ description }) => description)).toEqual([]);
  });

  test("has the contract's types and defaults", () => {
    const differing = [...parts.due]
      .filter(([coordinate, { signature }]) => parts.emitted.get(coordinate)?.signature !== signature)
      .map(([coordinate, { signature }]) => ({
        coordinate,
        expected: signature,
        came: parts.emitted.get(coordinate)?.signature,
      }));
    expect(differing).toEqual([]);
  });

  test("describes each of its types, fields, arguments, enum values and input fields", () => {
    const bare = [...parts.emitted].filter(([, { description }]) => (description ?? "").trim() === "");
    expect(bare.map(([coordinate]) => coordinate)).toEqual([]);
  });

  test("keeps nullable what may fail by itself", () => {
    const atRoot = Object.keys(emitted.getQueryType()?.getFields() ?? {}).map((field) => `Query.${field}`);
    const nonNull = [...atRoot, ...failsByItself].filter((coordinate) => {
      const [type = "", field = ""] = coordinate.split(".");
      const owner = emitted.getType(type);
      if (!isObjectType(owner) && !isInterfaceType(owner)) throw new Error(`expected fields of ${type}; it has none`);
      return isNonNullType(owner.getFields()[field]?.type);
    });
    expect(nonNull).toEqual(nonNullAtRoot);
  });
});

describe("what is not served yet", () => {
  test.each(Object.keys(notYet))("%s is in the contract", (coordinate) => {
    expect([...parts.contract.keys()]).toContain(coordinate);
  });

  test.each(Object.keys(notYet))("%s is not served: take it off the list once it is", (coordinate) => {
    expect([...parts.emitted.keys()]).not.toContain(coordinate);
  });
});

describe("the contract's operations", () => {
  const operations = readdirSync(join(folder, "operations")).map((file) => ({
    file,
    document: parse(readFileSync(join(folder, "operations", file), "utf8")),
  }));

  test.each(operations)("$file fits the contract", ({ document }) => {
    expect(validate(contract, document)).toEqual([]);
  });

  const unblocked = operations.filter(({ document }) => validate(due, document).length === 0);
  test.each(unblocked)("$file fits the emitted schema", ({ document }) => {
    expect(validate(emitted, document)).toEqual([]);
  });
});
