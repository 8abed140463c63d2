import { describe, expect, test } from "@jest/globals";
import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "graphql";
import { csvOf } from "../../src/export/csv.js";

/** The table as rows of cells, headers first, by a reader that others keep. */
function cells(operation: string, data: unknown, operationName: string | null = null): string[][] {
  return parseCsv(csvOf(parse(operation), operationName, data), { bom: true });
}

describe("an answer as a table", () => {
  test("has a row for each element of the outermost list, and repeats what stands beside it", () => {
    const operation = "{ town { name firms { totalCount nodes { id } } } }";
    const data = { town: { name: "Lodby", firms: { totalCount: 2, nodes: [{ id: "a" }, { id: "b" }] } } };
    expect(cells(operation, data)).toEqual([
      ["town.name", "town.firms.totalCount", "id"],
      ["Lodby", "2", "a"],
      ["Lodby", "2", "b"],
    ]);
  });

  test("has its headers where the list is empty", () => {
    expect(cells("{ firms { nodes { id town { name } } } }", { firms: { nodes: [] } })).toEqual([["id", "town.name"]]);
  });

  test("has one row for what is no list", () => {
    const operation = "{ firm { id town { name } } }";
    expect(cells(operation, { firm: { id: "a", town: null } })).toEqual([
      ["firm.id", "firm.town.name"],
      ["a", ""],
    ]);
  });

  test("joins the values of a list within a row, each in its place", () => {
    const operation = "{ firms { id owners { share owner { id } } aliases } }";
    const owners = [
      { share: 50, owner: { id: "x" } },
      { share: null, owner: { id: "y" } },
    ];
    expect(cells(operation, { firms: [{ id: "a", owners, aliases: [] }] })).toEqual([
      ["id", "owners.share", "owners.owner.id", "aliases"],
      ["a", "50; ", "x; y", ""],
    ]);
  });

  test("takes fragments and aliases as they are asked for", () => {
    const operation = `query One { nothing } query Two { list: firms { ...Named ... on Firm { kind } } }
      fragment Named on Firm { called: name }`;
    expect(cells(operation, { list: [{ called: "A", kind: "MAKER" }] }, "Two")).toEqual([
      ["called", "kind"],
      ["A", "MAKER"],
    ]);
  });

  test("runs no formula in a spreadsheet, and leaves numbers alone", () => {
    const texts = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x","y")', "a=b"];
    const rows = cells("{ list { text number } }", { list: texts.map((text) => ({ text, number: -1 })) });
    expect(rows.slice(1).map(([text]) => text)).toEqual([
      ...["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "'\rx", `'=HYPERLINK("http://x","y")`, "a=b"],
    ]);
    expect(new Set(rows.slice(1).map(([, number]) => number))).toEqual(new Set(["-1"]));
  });

  test("keeps quotes, commas, line ends and letters of any script", () => {
    const text = 'Møller, "Sønn"\nog 造船 🚢';
    expect(cells("{ list { text } }", { list: [{ text }] })).toEqual([["text"], [text]]);
  });
});
