import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";
import { inMemory } from "../engines.js";
import { bundled, startService } from "../service.js";

const readme = readFileSync(join(projectRoot, "README.md"), "utf8");

function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1];
  if (text === undefined) throw new Error(`expected a block of ${language} in README.md; there is none`);
  return text;
}

test("the first question of the README has the answer that it shows", async () => {
  const service = await startService(await inMemory.open(), bundled());
  const { data, errors } = await service.ask(block("graphql"));
  expect(errors).toBeUndefined();
  expect((data as { firms: { nodes: unknown[] } }).firms.nodes[1]).toEqual(JSON.parse(block("json")));
  await service.close();
});

test("the README leads to files that are there", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? "");
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(join(projectRoot, link)))).toEqual([]);
});
