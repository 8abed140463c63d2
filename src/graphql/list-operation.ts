import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { ErrorCode, RequestError } from "./error.js";

/** A list of the API, as an operation that asks for what a row of it can hold. */
export interface ListOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The part of the operation that the rows are of. */
  readonly rows: string;
  /** Keys that lead from the answer to the list; its pages go on by `after` where it is a connection. */
  readonly field: string;
  readonly paged: boolean;
}

/** Names of the root fields that are lists or connections. */
export function listNames(schema: GraphQLSchema): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {})
    .filter((field) => rowTypeOf(field) !== null && !field.args.some(isRequiredArgument))
    .map(({ name }) => name)
    .toSorted();
}

/**
 * The operation for a list, with arguments as they stand in an address: text as it is, all else in JSON. `language`
 * holds for all fields that have one.
 * @throws {RequestError} `BAD_USER_INPUT` for an argument that the list does not take
 */
export function listOperation(
  schema: GraphQLSchema,
  name: string,
  given: Readonly<Record<string, string>>,
): ListOperation {
  const field = schema.getQueryType()?.getFields()[name];
  const rowType = field === undefined ? null : rowTypeOf(field);
  if (field === undefined || rowType === null) {
    const known = listNames(schema).join(", ");
    throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected one of the lists ${known}; got ${JSON.stringify(name)}`);
  }
  const paged = !isListType(getNullableType(field.type));
  const offered = field.args.filter((argument) => !pageArguments.includes(argument.name));
  const { language, ...others } = given;
  const variables: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(others)) {
    const argument = offered.find((each) => each.name === key);
    if (argument === undefined) {
      const known = [...offered.map((each) => each.name), "language"].join(", ");
      throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected arguments of ${name}: ${known}; got ${key}`);
    }
    variables[key] = valueOf(argument, value);
  }
  if (language !== undefined) variables["language"] = language;
  const used = offered.filter((argument) => argument.name in variables);
  const declared = [
    ...used.map((argument) => `$${argument.name}: ${String(argument.type)}`),
    ...(language === undefined ? [] : ["$language: Language"]),
    ...(paged ? ["$first: Int", "$after: String"] : []),
  ];
  const passed = [
    ...used.map((argument) => `${argument.name}: $${argument.name}`),
    ...(paged ? ["first: $first", "after: $after"] : []),
  ];
  const row = rowFields(schema, rowType, language !== undefined);
  const list = paged ? `pageInfo { hasNextPage endCursor } nodes { ${row} }` : row;
  const rows = `{ ${name} { ${paged ? `nodes { ${row} }` : row} } }`;
  const query = `query${inBrackets(declared)} { ${name}${inBrackets(passed)} { ${list} } }`;
  return { query, variables, rows, field: name, paged };
}

const pageArguments = ["first", "after", "last", "before"];

const inBrackets = (parts: readonly string[]): string => (parts.length === 0 ? "" : `(${parts.join(", ")})`);

/** The type of the rows of a root field; null where it is not a list. */
function rowTypeOf(field: GraphQLField<unknown, unknown>): GraphQLNamedType | null {
  const type = getNullableType(field.type);
  if (isListType(type)) return getNamedType(type);
  const nodes = isObjectType(type) && type.name.endsWith("Connection") ? type.getFields()["nodes"] : undefined;
  return nodes === undefined ? null : getNamedType(nodes.type);
}

/** What a row holds: the plain fields of its type, and of what it refers to the id and label, the dates, the pages. */
function rowFields(schema: GraphQLSchema, type: GraphQLNamedType, localized: boolean): string {
  if (!isObjectType(type) && !isInterfaceType(type)) return "__typename";
  const shared = new Set(Object.keys(type.getFields()));
  const own = isAbstractType(type)
    ? schema.getPossibleTypes(type).map((possible) => {
        const fields = Object.values(possible.getFields()).filter(({ name }) => !shared.has(name));
        const selected = fields.flatMap((field) => cellOf(field, localized));
        return selected.length === 0 ? "" : `... on ${possible.name} { ${selected.join(" ")} }`;
      })
    : [];
  const fields = Object.values(type.getFields()).flatMap((field) => cellOf(field, localized));
  return [...(isAbstractType(type) ? ["__typename"] : []), ...fields, ...own].join(" ");
}

/** Of an object within a row, what stands for it in a cell: the first of these that it has. */
const standIns = [["edtf"], ["locator"], ["id", "label"]];

function cellOf(field: GraphQLField<unknown, unknown>, localized: boolean): string[] {
  if (field.args.some(isRequiredArgument)) return [];
  const called = `${field.name}${inLanguage(field, localized)}`;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return [called];
  if (!isCompositeType(type) || !("getFields" in type)) return [];
  const fields = type.getFields();
  const standIn = standIns.find((names) => names.every((name) => name in fields));
  if (standIn === undefined) return [];
  const selected = standIn.map((name) => {
    const inner = fields[name];
    return inner === undefined ? name : `${name}${inLanguage(inner, localized)}`;
  });
  return [`${called} { ${selected.join(" ")} }`];
}

function inLanguage({ args }: GraphQLField<unknown, unknown>, localized: boolean): string {
  return localized && args.some(({ name }) => name === "language") ? "(language: $language)" : "";
}

function valueOf({ name, type }: GraphQLArgument, text: string): unknown {
  const named = getNamedType(type);
  if (!isListType(getNullableType(type)) && isLeafType(named) && !["Int", "Float", "Boolean"].includes(named.name)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    const message = `expected ${name} in JSON, of type ${String(type)}; got ${JSON.stringify(text)}`;
    throw new RequestError(ErrorCode.BAD_USER_INPUT, message);
  }
}
