import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Graph, Parameters, Reader, Row, Value } from "../../src/graph/graph.js";
import type { Statement } from "../../src/graph/statement.js";
import { engines } from "../engines.js";
import { load } from "./small-graph.js";

const answer: Statement = { name: "test/answer", text: "RETURN $value AS value" };

/** Neither engine tells -0 from 0. */
const integer = fc.maxSafeInteger().map((value) => value + 0);
const float = fc
  .double({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, noNaN: true, noDefaultInfinity: true })
  .map((value) => value + 0);
const text = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("æ", "Ø", "å", "é", "a\u030a", "😀", "𝔑", "'", '"', "\\", "`", "$", "\n", "\u0000"),
    }),
  )
  .map((value) => value.normalize("NFC"));
const scalar = fc.oneof(fc.constant(null), fc.boolean(), integer, float, text);
const key = fc.string({ unit: fc.constantFrom("a", "b", "ø", "Å", "_", "1"), minLength: 1 });
const { value: anyValue } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(key, tie("value"))),
}));
/** What a property can hold: of lists, those of one kind. */
const property = fc.oneof(
  fc.boolean(),
  integer,
  float,
  text,
  ...[fc.boolean(), integer, text].map((kind) => fc.array(kind as fc.Arbitrary<Value>, { minLength: 1, maxLength: 4 })),
);

describe.each(engines)("values on $name", ({ open }) => {
  let graph: Graph;
  let reader: Reader;

  beforeAll(async () => {
    graph = await open();
    await load(graph, "values", ["one"]);
    reader = await graph.open();
  });
  afterAll(async () => {
    await reader.release();
    await graph.close();
  });

  async function answered(value: Value): Promise<Value | undefined> {
    const [row] = await reader.read(answer, { value });
    return row?.["value"];
  }

  test("come back from a statement as they went", async () => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        // Maps have no order, and `toEqual` asks for none.
        expect(await answered(value)).toEqual(value);
      }),
    );
  });

  test("come back from a property of a node and of a relation as they were written", async () => {
    const values = fc.sample(property, 200);
    const writer = await graph.begin("properties");
    await writer.createNodes(
      ["Entity", "Valued"],
      values.map((value, number) => ({ id: String(number), number, value })),
    );
    await writer.createRelations(
      "HAS",
      values.map((value, number) => ({ from: String(number), to: "0", properties: { number, value } })),
    );
    const rows = await writer.read({
      name: "test/read",
      text: "MATCH (entity:Entity:Valued {generation: $generation})-[has:HAS]->(first) RETURN entity.id AS id, entity.value AS value, has.value AS carried, first.id AS to ORDER BY has.number",
    });
    expect(rows).toEqual(values.map((value, number) => ({ id: String(number), value, carried: value, to: "0" })));
    await writer.abandon();
  });

  test("decomposed text is composed where it is written, and a number beyond 2^53 refused", async () => {
    const writer = await graph.begin("properties");
    await writer.createNodes(["Entity"], [{ id: "a", name: "a\u030as" }]);
    await writer.createRelations("HAS", [{ from: "a", to: "a", properties: { name: "A\u030a" } }]);
    const text =
      "MATCH (entity:Entity {generation: $generation})-[has:HAS]->() RETURN entity.name AS node, has.name AS relation";
    expect(await writer.read({ name: "test/read", text })).toEqual([{ node: "ås", relation: "Å" }]);
    await expect(writer.createNodes(["Entity"], [{ id: "b", number: 2 ** 53 }])).rejects.toMatchObject({
      code: "REFUSED",
    });
    await writer.abandon();
  });

  test("a relation whose end is missing is left out", async () => {
    const writer = await graph.begin("ends");
    await writer.createNodes(["Entity"], [{ id: "a" }, { id: "b" }]);
    const properties = {};
    await writer.createRelations("HAS", [
      { from: "a", to: "none", properties },
      { from: "none", to: "b", properties },
      { from: "a", to: "b", properties },
    ]);
    const text = "MATCH (from:Entity {generation: $generation})-[:HAS]->(to) RETURN from.id AS from, to.id AS to";
    expect(await writer.read({ name: "test/read", text })).toEqual([{ from: "a", to: "b" }]);
    await writer.abandon();
  });

  test.each<[string, Value]>([
    ["the largest integer", Number.MAX_SAFE_INTEGER],
    ["the smallest integer", Number.MIN_SAFE_INTEGER],
    ["the smallest float", Number.MIN_VALUE],
    ["an integer that is no 32-bit one", 2 ** 31],
    ["text of Norwegian letters", "Kongsberg Våpenfabrikk, Ærøy, ÆØÅ æøå"],
    ["text of four-byte characters", "😀𝔑"],
    ["an empty list", []],
    ["an empty map", {}],
    ["a list of maps with lists", [{ names: ["å", null], shares: [0.5, 1] }]],
  ])("%s comes back", async (_name, value) => {
    expect(await answered(value)).toEqual(value);
  });

  test("decomposed text becomes composed text", async () => {
    expect(await answered(["a\u030as", { name: "A\u030a" }])).toEqual(["ås", { name: "Å" }]);
  });

  test("a whole number is an integer to the engine", async () => {
    const limited: Statement = { name: "test/limited", text: "UNWIND [1, 2, 3] AS n RETURN n ORDER BY n LIMIT $limit" };
    expect(await reader.read(limited, { limit: 2 })).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 53, -(2 ** 53), 1e300])(
    "%p is refused, wherever it stands",
    async (number) => {
      for (const value of [number, [1, number], { map: [number] }] satisfies Value[]) {
        const parameters: Parameters = { value };
        await expect(reader.read(answer, parameters)).rejects.toMatchObject({
          code: "REFUSED",
          retriable: false,
          message: `expected a number within 2^53 for $value; got ${number}`,
        });
      }
    },
  );

  test.each(["9007199254740993", "0.0 / 0.0", "[1.0e308 * 10]"])(
    "a statement that returns %s is refused",
    async (what) => {
      const statement: Statement = { name: "test/unsafe", text: `RETURN ${what} AS number` };
      await expect(reader.read(statement)).rejects.toMatchObject({ code: "REFUSED", retriable: false });
    },
  );

  test("rows have the columns of the statement, null where there is no value", async () => {
    const optional: Statement = {
      name: "test/optional",
      text: "OPTIONAL MATCH (entity:Entity {id: $id, generation: $generation}) RETURN entity.id AS id, entity.none AS none",
    };
    const expected: Row[] = [{ id: null, none: null }];
    expect(await reader.read(optional, { id: "two" })).toEqual(expected);
  });
});
