import { ApolloServer } from "@apollo/server";
import { describe, expect, test } from "@jest/globals";
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from "graphql";
import { formatError } from "../../src/graphql/error.js";
import { Edtf } from "../../src/graphql/scalars/edtf.js";

// As small as it can be, and asked through the server: where an error comes from decides what the server makes of it.
const echo = new GraphQLObjectType({
  name: "Query",
  fields: {
    echo: {
      type: GraphQLString,
      args: { at: { type: Edtf } },
      resolve: (_root, { at }: { at?: string | null }) => JSON.stringify(at),
    },
  },
});
const server = new ApolloServer({
  schema: new GraphQLSchema({ query: echo }),
  formatError,
  includeStacktraceInErrorResponses: false,
});

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const { body } = await server.executeOperation({ query, variables });
  if (body.kind !== "single") throw new Error(`expected a single result; got ${body.kind}`);
  return body.singleResult;
}

const asLiteral = (literal: string) => ask(`{ echo(at: ${literal}) }`);
const asVariable = (at: unknown) => ask("query ($at: EDTF) { echo(at: $at) }", { at });

describe("a date in a request", () => {
  test.each(["1987", "198X", "1980~", "1995/..", "1995/", "198X/199X"])(
    "%s is handed on as it is written",
    async (text) => {
      const echoed = { echo: JSON.stringify(text) };
      expect((await asLiteral(JSON.stringify(text))).data).toEqual(echoed);
      expect((await asVariable(text)).data).toEqual(echoed);
    },
  );

  test("may be null", async () => {
    expect((await asLiteral("null")).data).toEqual({ echo: "null" });
    expect((await asVariable(null)).data).toEqual({ echo: "null" });
  });

  test.each([
    ["soon", 'got "soon"'],
    ["1987-21", 'got "1987-21"'],
    ["2001/1987", 'got "2001/1987"'],
    [1987, "expected an EDTF date or period as a string; got 1987"],
    [true, "expected an EDTF date or period as a string; got true"],
    [[1987], "expected an EDTF date or period as a string; got [1987]"],
  ])("%j is refused alike as literal and as variable", async (value, message) => {
    for (const { errors } of [await asLiteral(JSON.stringify(value)), await asVariable(value)]) {
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringMatching(/expected an? /),
          locations: [expect.anything()],
          extensions: expect.objectContaining({ code: "BAD_EDTF" }),
        }),
      ]);
      expect(errors?.[0]?.message).toContain(message);
    }
  });

  test("that is a variable's default is refused in the same way", async () => {
    const { errors } = await ask('query ($at: EDTF = "soon") { echo(at: $at) }');
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(["BAD_EDTF"]);
  });
});
