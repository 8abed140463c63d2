import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";
import { temporaryFolder } from "../temporary-folder.js";
import { opphav } from "./opphav.js";

const lodby = "tests/fixtures/lodby";
const patience = 30_000;

describe("opphav", () => {
  test(
    "check counts what is right",
    async () => {
      expect(await opphav(["check", lodby])).toMatchObject({
        code: 0,
        said: expect.stringMatching(/nothing wrong\. 1 sources, .*6 firms/),
      });
    },
    patience,
  );

  test(
    "check lists what is wrong, and fails",
    async () => {
      const { code, complained } = await opphav(["check", "tests/fixtures/broken"]);
      expect(code).toBe(1);
      expect(complained.trim().split("\n").slice(1)).toEqual([
        expect.stringMatching(/^firms\.yaml:3:5: kind: .*; got "SHOP" \[shape\]$/),
        expect.stringMatching(/^firms\.yaml:6:5: cite: .* \[shape\]$/),
        "2 findings",
      ]);
    },
    patience,
  );

  test(
    "coverage lists names of a text that no record has, and fails where there are any",
    async () => {
      const folder = temporaryFolder("text");
      writeFileSync(join(folder, "some.txt"), "[[page 3]]\nin 1985 Lodby Jernverk sold it to Nordic Holding.\n");
      writeFileSync(join(folder, "more.txt"), "[[page 4]]\nin 1986 it was sold to Ytre Bruk.\n");
      expect(await opphav(["coverage", join(folder, "some.txt"), lodby])).toMatchObject({
        code: 0,
        said: "2 names; 0 in no record; 0 left out with a reason, 0 of them needlessly\n",
      });
      expect(await opphav(["coverage", join(folder, "more.txt"), lodby])).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^Ytre Bruk: p\. 4\n1 names; 1 in no record/),
      });
    },
    patience,
  );

  test(
    "load needs a graph that stays",
    async () => {
      expect(await opphav(["load", lodby])).toMatchObject({
        code: 1,
        complained: expect.stringMatching(/^expected OPPHAV_STORE or OPPHAV_NEO4J_URI/),
      });
    },
    patience,
  );

  test(
    "load --dry-run changes nothing, load loads, and loading again changes nothing",
    async () => {
      const OPPHAV_STORE = join(temporaryFolder("cli"), "store");
      expect((await opphav(["load", lodby, "--dry-run"], { OPPHAV_STORE })).said).toContain(
        "nothing loaded, as this was a dry run",
      );
      // Each step is told as it begins.
      expect((await opphav(["load", lodby], { OPPHAV_STORE })).said).toMatch(
        /working out .*writing nodes.*indexes.*writing relations.*counting .*durable .*loaded into .*store: \d+ nodes, \d+ relations/s,
      );
      expect((await opphav(["load", lodby], { OPPHAV_STORE })).said).toContain("already; nothing changed");
    },
    2 * patience,
  );

  test(
    "load of a broken dataset leaves the store as it was",
    async () => {
      const OPPHAV_STORE = join(temporaryFolder("cli"), "store");
      await opphav(["load", lodby], { OPPHAV_STORE });
      expect(await opphav(["load", "tests/fixtures/broken"], { OPPHAV_STORE })).toMatchObject({
        code: 1,
        complained: expect.stringContaining("2 findings"),
      });
      expect((await opphav(["load", lodby], { OPPHAV_STORE })).said).toContain("already; nothing changed");
    },
    2 * patience,
  );

  test(
    "export writes what the service would answer, and says what there is not",
    async () => {
      const dataset = { OPPHAV_DATASET: lodby };
      const { code, said } = await opphav(["export", "firm/lodby-works.dot"], dataset);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^digraph lineage \{\n[^]*\}\n$/) });
      const file = join(temporaryFolder("export"), "organizations.csv");
      await opphav(["export", "organizations.csv?language=NB", "--output", file], dataset);
      expect(readFileSync(file, "utf8")).toContain("firm/lodby-works");
      expect(await opphav(["export", "firm/none.dot"], dataset)).toMatchObject({
        code: 1,
        complained: expect.stringContaining("there is nothing at /export/firm/none.dot"),
      });
    },
    patience,
  );

  test(
    "diff tells two versions apart, as text and as JSON",
    async () => {
      const later = temporaryFolder("later");
      cpSync(join(projectRoot, lodby), later, { recursive: true });
      const file = join(later, "works.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace("firm/lodby-castings\n", "firm/lodby-castings\n    aliases: [Added]\n"),
      );
      const { code, said } = await opphav(["diff", lodby, later]);
      expect({ code, said }).toEqual({
        code: 0,
        said: expect.stringContaining('  ~ firm/lodby-castings\n      aliases.0: (nothing) → "Added"'),
      });
      const asJson = await opphav(["diff", lodby, later, "--json"]);
      expect(JSON.parse(asJson.said)).toMatchObject({
        sections: { firms: { changed: [{ key: "firm/lodby-castings", fields: [{ after: "Added" }] }] } },
      });
      expect((await opphav(["diff", lodby, lodby])).said).toContain("no record differs");
    },
    patience,
  );
});
