import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  astFromValue,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
} from "graphql";

/** The schema as a document for people: every type with its fields, arguments and descriptions, in Markdown. */
export function schemaReference(schema: GraphQLSchema): string {
  const query = schema.getQueryType();
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__") && !standardScalars.has(name) && name !== query?.name)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const chapters: readonly (readonly [string, readonly GraphQLNamedType[]])[] = [
    ["What can be asked", query ? [query] : []],
    ["Objects", types.filter((type) => isObjectType(type) && !isOfPages(type))],
    ["Interfaces", types.filter(isInterfaceType)],
    ["Unions", types.filter(isUnionType)],
    ["Filters and other inputs", types.filter(isInputObjectType)],
    ["Enums", types.filter(isEnumType)],
    ["Scalars", types.filter(isScalarType)],
    ["Pages of lists", types.filter((type) => isObjectType(type) && isOfPages(type))],
  ];
  return [
    "<!-- Written by `opphav schema` from the schema itself. -->\n\n# Schema reference",
    schema.description ?? "",
    ...chapters.flatMap(([title, members]) => [`## ${title}`, ...members.map((type) => section(schema, type))]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

const standardScalars: ReadonlySet<string> = new Set(["String", "Int", "Float", "Boolean", "ID"]);

/** Connections and edges are all alike, and stand apart from what they list. */
function isOfPages({ name }: GraphQLNamedType): boolean {
  return /(Connection|Edge)$|^PageInfo$/.test(name);
}

function section(schema: GraphQLSchema, type: GraphQLNamedType): string {
  const parts = [`### ${type.name}`, type.description ?? ""];
  if (isObjectType(type) || isInterfaceType(type)) {
    const interfaces = type.getInterfaces();
    const inherited = new Set(interfaces.flatMap((each) => Object.keys(each.getFields())));
    const own = Object.values(type.getFields()).filter(({ name }) => !inherited.has(name));
    if (interfaces.length > 0) {
      const more = own.length > 0 ? ", and these:" : ".";
      parts.push(`Has the fields of ${interfaces.map(({ name }) => link(name)).join(", ")}${more}`);
    }
    if (isInterfaceType(type)) {
      const names = schema.getPossibleTypes(type).map(({ name }) => link(name));
      parts.push(`Implemented by ${names.join(", ")}.`);
    }
    const rows = own.map((field) => [
      code(field.name),
      typeText(String(field.type)),
      [
        field.description ?? "",
        field.deprecationReason ? `**Deprecated:** ${field.deprecationReason}` : "",
        ...field.args.map((argument) => `• ${parameter(argument)}`),
      ]
        .filter((part) => part !== "")
        .join("<br>"),
    ]);
    if (rows.length > 0) parts.push(table(["field", "type", "what it is"], rows));
  }
  if (isInputObjectType(type)) {
    parts.push(
      table(
        ["field", "type", "what it is"],
        Object.values(type.getFields()).map((field) => [
          code(field.name),
          typeText(String(field.type)) + otherwise(field),
          field.description ?? "",
        ]),
      ),
    );
  }
  if (isEnumType(type)) {
    parts.push(
      table(
        ["value", "what it means"],
        type.getValues().map(({ name, description }) => [code(name), description ?? ""]),
      ),
    );
  }
  if (isUnionType(type))
    parts.push(
      `One of ${type
        .getTypes()
        .map(({ name }) => link(name))
        .join(", ")}.`,
    );
  if (isScalarType(type) && type.specifiedByURL) parts.push(`Specified by <${type.specifiedByURL}>.`);
  return parts.filter((part) => part !== "").join("\n\n");
}

function parameter(argument: GraphQLArgument): string {
  return `${code(argument.name)} ${typeText(String(argument.type))}${otherwise(argument)}: ${argument.description ?? ""}`;
}

function otherwise({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const value = astFromValue(defaultValue, type);
  return value == null ? "" : ` = ${code(print(value))}`;
}

/** `[Firm!]!` with the name as a link to its section. */
function typeText(type: string): string {
  return type.replaceAll(/\w+/g, (name) => (standardScalars.has(name) ? name : link(name)));
}

function link(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}
