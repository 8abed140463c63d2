import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { statement, statements } from "../../src/graph/statement.js";
import { projectRoot } from "../../src/project-root.js";

describe("a statement", () => {
  test("is a file's text without its comments", () => {
    const { name, text } = statement("generation/current");
    expect(name).toBe("generation/current");
    expect(text).toMatch(/^MATCH /);
    expect(text).not.toMatch(/^\s*\/\//m);
  });

  test("that has no file stops the start", () => {
    expect(() => statement("generation/none")).toThrow("none.cypher");
  });

  test("is one of several in a file that ends each by a semicolon", () => {
    const all = statements("schema/constraints");
    expect(all.map(({ name }) => name)).toEqual(all.map((_each, index) => `schema/constraints#${index + 1}`));
    for (const { text } of all) expect(text).toMatch(/^CREATE [^;]+$/);
  });
});

describe("every statement file", () => {
  const files = readdirSync(join(projectRoot, "cypher"), { recursive: true, encoding: "utf8" });
  const names = files.filter((file) => file.endsWith(".cypher")).map((file) => file.replace(/\.cypher$/, ""));

  test.each(names)("%s has text", (name) => {
    expect(statement(name).text).not.toBe("");
  });
});
