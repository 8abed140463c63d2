import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

describe.each(engines)("what takes a date takes certainOnly, too: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), bundled());
  }, 120_000);
  afterAll(() => service.close());

  test.each([
    ["collaborations", "firm/kongsberg-vapenfabrikk", "1965", "about"],
    ["suppliers", "firm/hydro-aluminium-structures-raufoss", "1999", "what"],
    ["customers", "firm/raufoss-ammunisjonsfabrikker", "1970", "what"],
    ["people", "firm/kongsberg-vapenfabrikk", "1965", "kind"],
    ["funders", "firm/kongsberg-vapenfabrikk", "1976", "what"],
    ["funded", "institution/distriktenes-utbyggingsfond", "1976", "what"],
    ["memberships", "institution/gjovik-university-college", "2005", "as"],
    ["units", "firm/kongsberg-vapenfabrikk", "1986", "id"],
    ["locations", "firm/technodisplay", "2002", "use"],
    ["owners", "firm/axxessit", "2002", "share"],
  ])("%s", async (field, id, at, asked) => {
    const { data, errors } = await service.ask(
      `query ($id: ID!, $at: EDTF!) {
        organization(id: $id) {
          possibly: ${field}(at: $at) { ${asked} }
          certainly: ${field}(at: $at, certainOnly: true) { ${asked} }
        }
      }`,
      { id, at },
    );
    expect(errors).toBeUndefined();
    const { possibly, certainly } = (data as { organization: Record<string, object[]> }).organization;
    expect(possibly).toEqual(expect.arrayContaining(certainly ?? []));
    expect(certainly?.length).toBeLessThan(possibly?.length ?? 0);
  });

  test("the timeline of a town leaves out what only possibly happened within a period", async () => {
    const { data } = await service.ask(`{
      town(id: "town/raufoss") {
        possibly: timeline(during: "../1905", first: 500) { nodes { date { edtf latestYear } } }
        certainly: timeline(during: "../1905", first: 500, certainOnly: true) { nodes { date { edtf latestYear } } }
      }
    }`);
    interface Dated {
      readonly date: { readonly edtf: string; readonly latestYear: number } | null;
    }
    const { possibly, certainly } = (data as { town: Record<string, { nodes: Dated[] }> }).town;
    expect(possibly?.nodes).toContainEqual({ date: null });
    expect(certainly?.nodes.map(({ date }) => date?.edtf)).toEqual(expect.arrayContaining(["1892", "1898/1899"]));
    expect(certainly?.nodes).toEqual(possibly?.nodes.filter(({ date }) => date !== null && date.latestYear <= 1905));
  });
});
