import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { inMemory } from "../engines.js";
import { type TestService, startService } from "../service.js";

let service: TestService;
beforeAll(async () => {
  service = await startService(await inMemory.open());
}, 60_000);
afterAll(() => service.close());

const lineage = `{ organization(id: "firm/lodby-works") { id descendants { edges { path { mechanism } } } } }`;
const locators = (provenance: unknown): string[] => (provenance as { locator: string }[]).map(({ locator }) => locator);

describe("the citations behind an answer", () => {
  test("are in the answer where they are asked for, and not where they are not", async () => {
    expect((await service.ask(lineage)).extensions).toBeUndefined();
    expect((await service.ask(lineage, {}, { extensions: { provenance: false } })).extensions).toBeUndefined();
    const { data, extensions } = await service.ask(lineage, {}, { extensions: { provenance: true } });
    expect(data).not.toBeNull();
    expect(extensions?.["provenance"]).toEqual([
      { source: "source/lodby-1999", page: 3, table: null, figure: null, footnote: null, locator: "p. 3" },
      expect.objectContaining({ locator: "p. 9" }),
      expect.objectContaining({ locator: "p. 12" }),
    ]);
  });

  test("are those of what is in the answer, each once, in the order of the pages", async () => {
    const provenance = async (operation: string): Promise<string[]> =>
      locators((await service.ask(operation, {}, { extensions: { provenance: true } })).extensions?.["provenance"]);
    expect(await provenance(`{ organization(id: "firm/lodby-works") { owners { share } } }`)).toEqual(["p. 3"]);
    expect(await provenance(`{ firms { totalCount } }`)).toEqual([]);
    expect(await provenance(`{ organization(id: "firm/none") { id } }`)).toEqual([]);
    expect(await provenance(`{ observationGroups(by: [PLACE]) { count } }`)).toEqual([
      "p. 5",
      "p. 24",
      "p. 60, table a",
    ]);
  });

  test("may be asked for by a header", async () => {
    const { extensions } = await service.ask(lineage, {}, { headers: { "Opphav-Provenance": "true" } });
    expect(locators(extensions?.["provenance"])).toEqual(["p. 3", "p. 9", "p. 12"]);
  });

  test("may come as BibTeX or CSL-JSON, one entry a source with its places", async () => {
    const inForm = async (form: string): Promise<unknown> =>
      (await service.ask(lineage, {}, { extensions: { provenance: form } })).extensions?.["provenance"];
    expect(await inForm("bibtex")).toBe(
      "@book{lodby-1999,\n  author = {Berg, Anna},\n  title = {The works of Lodby},\n  year = {1999},\n  publisher = {Lodby Press},\n  note = {p. 3; p. 9; p. 12}\n}",
    );
    expect(await inForm("csl-json")).toEqual([
      {
        id: "lodby-1999",
        type: "book",
        title: "The works of Lodby",
        author: [{ family: "Berg", given: "Anna" }],
        issued: { "date-parts": [[1999]] },
        publisher: "Lodby Press",
        note: "p. 3; p. 9; p. 12",
      },
    ]);
  });

  test("in a form that is none are refused", async () => {
    const { errors } = await service.ask(lineage, {}, { extensions: { provenance: "apa" } });
    expect(errors).toMatchObject([
      {
        message: 'expected provenance of true, "bibtex" or "csl-json"; got "apa"',
        extensions: { code: "BAD_USER_INPUT" },
      },
    ]);
  });
});
