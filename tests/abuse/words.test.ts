// Whatever stands in a text that a caller sends, it is data: of no statement, and of nothing else.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { buildOpphavSchema } from "../../src/graphql/schema.js";
import { engines } from "../engines.js";
import { type Answer, type TestService, startService } from "../service.js";

const texts: readonly (readonly [string, string])[] = [
  ["nothing", ""],
  ["a null byte", "firm/\u0000lodby"],
  ["half of a surrogate pair", "firm/\ud800lodby"],
  ["the other half", "\udc00"],
  ["text from right to left, with its marks", "\u202eשלום\u202c مرحبا"],
  ["four bytes a letter", "𝒪𝓅𝓅𝒽𝒶𝓋 🏭👩‍👩‍👧‍👦"],
  ["letters with many marks", `o${"\u0301".repeat(200)}`],
  ["a long word", "å".repeat(5_000)],
  ["Cypher that ends a text", "x'}) DETACH DELETE n //"],
  ["Cypher that ends another text", 'x"}) MATCH (n) DETACH DELETE n RETURN n //'],
  ["Cypher in backticks", "`) DETACH DELETE (n) //"],
  ["an escape of Cypher", "\\u0027}) DETACH DELETE n //"],
  ["a parameter of Cypher", "$generation"],
  ["a pattern", ".*(a+)+$"],
  ["a key of every object", "__proto__"],
  ["a path", "../../../etc/passwd"],
  ["a template", "${process.exit(1)}{{7*7}}"],
  ["a tag", "<script>alert(1)</script>"],
  ["a line of a log", 'x\n{"level":60,"msg":"forged"}'],
];

const numbers = ["2147483648", "-2147483649", "9007199254740993", "1e400", "-0", "1.5", '"7"', "true", "null"];

/** A value in GraphQL's own words where arguments need one; text wherever text can stand. */
function valueOf(type: GraphQLArgument["type"], text: string): string {
  if (isNonNullType(type)) return valueOf(type.ofType, text);
  if (isListType(type)) return `[${valueOf(type.ofType, text)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => takesText(field.type));
    return `{ ${fields.map((field) => `${field.name}: ${valueOf(field.type, text)}`).join(", ")} }`;
  }
  const { name } = getNamedType(type);
  if (name === "Int" || name === "Float") return "1";
  return name === "Boolean" ? "true" : JSON.stringify(text);
}

function takesText(type: GraphQLArgument["type"]): boolean {
  const named = getNamedType(type);
  return isLeafType(named) && ["ID", "String", "EDTF"].includes(named.name);
}

/** `name(text: "…")` with one argument after the other being the text, and the others as they have to be. */
function calls({ name, args }: GraphQLField<unknown, unknown>, text: string): string[] {
  return args
    .filter((arg) => takesText(arg.type) || isInputObjectType(getNamedType(arg.type)))
    .map((arg) => {
      const given = args.filter((each) => each === arg || isRequiredArgument(each));
      return `${name}(${given.map((each) => `${each.name}: ${valueOf(each.type, text)}`).join(", ")})`;
    });
}

/** One of each kind of the town that the tests know. */
const nodes: Readonly<Record<string, string>> = {
  Firm: "firm/lodby-works",
  Institution: "institution/lodby-institute",
  Unit: "unit/instrument-division",
  Group: "group/local-owners",
  Town: "town/lodby",
  Place: "place/norway",
  Area: "place/all-towns",
  Person: "person/anna-berg",
  Phase: "phase/lodby-1",
  Event: "event/break-up",
  Sector: "sector/instruments",
  Table: "table/lodby-1999/a",
  Source: "source/lodby-1999",
};

/** Operations with the text in one argument each: of the root fields, and of the fields of every kind of node. */
function operations(schema: GraphQLSchema, args: (field: GraphQLField<unknown, unknown>) => string[]): string[] {
  const asked = (field: GraphQLField<unknown, unknown>): string[] =>
    args(field).map((call) => `it: ${call} ${isLeafType(getNamedType(field.type)) ? "" : "{ __typename }"}`);
  const ofRoot = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(asked);
  const ofNodes = Object.entries(nodes).flatMap(([name, id]) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.flatMap(asked).map((field) => `node(id: "${id}") { ... on ${name} { ${field} } }`);
  });
  return [...ofRoot, ...ofNodes].map((field) => `{ ${field} }`);
}

/** What a caller may be told; anything else is ours, and a mistake. */
const told = /^(BAD_USER_INPUT|BAD_EDTF|BAD_CURSOR|LIMIT_EXCEEDED|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)$/;

function errorsOf({ errors }: Partial<Answer>): Answer["errors"] {
  return errors ?? [];
}

/** A hundred operations, each of a shape that an engine has not planned before. */
const patience = 60_000;

describe.each(engines)("words: $name", ({ open }) => {
  let service: TestService;
  let schema: GraphQLSchema;
  let before: unknown;
  const counts = "{ dataset { version counts { kind count } } }";

  beforeAll(async () => {
    schema = await buildOpphavSchema();
    service = await startService(await open());
    before = await service.ask(counts);
  }, 60_000);
  afterAll(() => service.close());

  const expectDataOrRefusal = async (operation: string): Promise<void> => {
    const answer = await service.ask(operation);
    expect([200, 400]).toContain(answer.status);
    for (const { message, extensions } of errorsOf(answer)) {
      const asked = operation.slice(0, 200);
      expect({ asked, message, code: extensions.code }).toEqual({ asked, message, code: expect.stringMatching(told) });
      expect(message).not.toMatch(/node_modules|\/src\/|grafeo|Neo\./i);
    }
  };

  test.each(texts)(
    "%s, in every argument that takes text, is data or refused",
    async (_name, text) => {
      const asked = operations(schema, (field) => calls(field, text));
      expect(asked.length).toBeGreaterThan(100);
      for (const operation of asked) await expectDataOrRefusal(operation);
      expect(await service.ask(counts)).toEqual(before);
    },
    patience,
  );

  test.each(texts)("%s, as a variable, is data", async (_name, text) => {
    const operation = `query ($text: String!, $id: ID!, $ids: [ID!]!, $names: [String!]!) {
      search(text: $text) { totalCount } node(id: $id) { id } nodes(ids: $ids) { id } identify(names: $names) { name }
    }`;
    const answer = await service.ask(operation, { text, id: text, ids: [text], names: [text] });
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ node: null, nodes: [null] });
  });

  test.each(numbers)(
    "%s, in every argument that takes a number, is data or refused",
    async (number) => {
      const asked = operations(schema, ({ name, args }) =>
        args
          .filter(({ type }) => ["Int", "Float"].includes(getNamedType(type).name))
          .map((arg) => {
            const others = args.filter((each) => each !== arg && isRequiredArgument(each));
            const given = others.map((each) => `${each.name}: ${valueOf(each.type, "firm/lodby-works")}`);
            return `${name}(${[...given, `${arg.name}: ${number}`].join(", ")})`;
          }),
      );
      expect(asked.length).toBeGreaterThan(30);
      for (const operation of asked) await expectDataOrRefusal(operation);
    },
    patience,
  );

  test.each([
    ["nonsense", "nonsense"],
    ["nothing", ""],
    ["JSON that is no place", Buffer.from('{"a":1}').toString("base64url")],
    ["a place of another list", Buffer.from(JSON.stringify([1, "towns", "a", "b"])).toString("base64url")],
    ["a place that is no text", Buffer.from(JSON.stringify([1, "events", { a: 1 }, ["b"]])).toString("base64url")],
    ["another version", Buffer.from(JSON.stringify([99, "events", "a", "b"])).toString("base64url")],
    ["bytes", Buffer.from([0xff, 0x00, 0xd8]).toString("base64url")],
    ["a long one", "A".repeat(100_000)],
  ])("a cursor of %s is refused", async (_name, after) => {
    for (const list of ["organizations", "people", "events", "observations", "contradictions", "gaps"]) {
      const { errors } = await service.ask(`query ($after: String) { ${list}(after: $after) { totalCount } }`, {
        after,
      });
      const codes = errors.map(({ extensions }) => extensions.code);
      expect({ list, codes }).toEqual({
        list,
        codes: ["BAD_CURSOR"],
      });
    }
  });

  test.each(["organizations", "gaps"])(
    "an altered cursor of %s is refused, or leads to a place of it",
    async (list) => {
      const page = `query ($after: String) { list: ${list}(first: 1, after: $after) { nodes { __typename } pageInfo { endCursor } } }`;
      const first = await service.ask(page);
      const { endCursor } = (first.data as { list: { pageInfo: { endCursor: string } } }).list.pageInfo;
      for (let at = 0; at < endCursor.length; at++) {
        const after = `${endCursor.slice(0, at)}${endCursor[at] === "A" ? "B" : "A"}${endCursor.slice(at + 1)}`;
        const answer = await service.ask(page, { after });
        expect(answer.status).toBe(200);
        for (const { extensions } of errorsOf(answer)) expect(extensions.code).toBe("BAD_CURSOR");
      }
    },
  );
});
