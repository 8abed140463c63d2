import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

// Counts, sums and comparisons of the bundled data; the figures are those of the report's tables.
describe.each(engines)("statistics: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open(), bundled());
  }, 120_000);
  afterAll(() => service.close());

  const ask = async (operation: string): Promise<never> => {
    const { data, errors } = await service.ask(operation);
    expect(errors).toBeUndefined();
    return data;
  };

  test("employment by sector, 1997 and 2005, from the table that compares the towns with the country (table v.3)", async () => {
    const { compareTowns } = (await ask(`{
      compareTowns(measure: "employment", from: "1997", to: "2005") {
        unit table { number }
        rows { label sector { id } cells { place { id } from { value citations { locator } } to { value } change changePercent index missing definitionsDiffer } }
      }
    }`)) as { compareTowns: { unit: string; table: { number: string }; rows: { label: string; cells: unknown[] }[] } };
    expect(compareTowns).toMatchObject({ unit: "persons", table: { number: "v.3" } });
    expect(compareTowns.rows[0]).toMatchObject({
      label: "Metal products",
      cells: [
        {
          place: { id: "place/halden-municipality" },
          from: { value: 152, citations: [{ locator: "p. 289, table v.3" }] },
          to: { value: 134 },
          change: -18,
          changePercent: -11.8,
          index: 88.2,
          missing: null,
          definitionsDiffer: false,
        },
        { place: { id: "place/vestre-toten-municipality" }, change: 26 },
        { place: { id: "place/kongsberg-municipality" }, change: 0 },
        { place: { id: "place/horten-municipality" }, change: 49 },
        { place: { id: "place/four-technology-towns" }, change: 59 },
        { place: { id: "place/rest-of-norway" }, change: -50 },
      ],
    });
  });

  test("a town stands for its municipality", async () => {
    const { compareTowns } = (await ask(`{
      compareTowns(places: ["town/kongsberg", "town/halden"], measure: "employment", table: "v.3", from: "1997", to: "2005") {
        rows { sector { id } cells { place { id } to { value } } }
      }
    }`)) as { compareTowns: { rows: { sector: { id: string }; cells: object[] }[] } };
    const all = compareTowns.rows.find(({ sector }) => sector.id === "sector/technology-industries");
    expect(all?.cells).toEqual([
      { place: { id: "place/kongsberg-municipality" }, to: { value: 3963 } },
      { place: { id: "place/halden-municipality" }, to: { value: 1550 } },
    ]);
  });

  test("organizations by kind, and firms by town", async () => {
    const { kinds, all, firms } = (await ask(`{
      kinds: organizationGroups(by: [KIND]) { count keys { dimension value node { id } } }
      all: organizationGroups(by: []) { count keys { value } }
      organizations { totalCount }
      firms: organizationGroups(where: { kinds: [FIRM], country: "place/norway" }, by: [TOWN, FOUNDED_DECADE]) { count keys { value node { id } } }
    }`)) as Record<string, { count: number; keys: { value: string; node: { id: string } | null }[] }[]>;
    expect(kinds?.map(({ keys }) => keys[0]?.value).toSorted()).toEqual(["FIRM", "GROUP", "INSTITUTION", "UNIT"]);
    expect(all).toEqual([{ count: kinds?.reduce((sum, { count }) => sum + count, 0), keys: [] }]);
    const fromKongsberg = firms?.find(({ keys }) => keys[0]?.value === "town/kongsberg" && keys[1]?.value === "198X");
    expect(fromKongsberg?.keys[0]?.node).toEqual({ id: "town/kongsberg" });
    expect(fromKongsberg?.count).toBeGreaterThan(3);
  });

  test("the firms of table v.5 by place; the four towns' own row is not added to them", async () => {
    const { byPlace, all, towns, shares } = (await ask(`{
      byPlace: observationGroups(where: { tables: ["v.5"], sectors: ["sector/technology-industries"], categories: [{ dimension: "size class", values: ["under 10", "10-30", "30-100", "over 100"] }] }, by: [PLACE]) { count sum mean notSummed unit keys { value node { id } } }
      all: observationGroups(where: { tables: ["v.5"], sectors: ["sector/technology-industries"], categories: [{ dimension: "size class", values: ["all"] }] }, by: []) { count sum notSummed min max }
      towns: observationGroups(where: { tables: ["v.5"], places: ["place/halden-municipality", "place/vestre-toten-municipality", "place/kongsberg-municipality", "place/horten-municipality"], sectors: ["sector/technology-industries"], categories: [{ dimension: "size class", values: ["all"] }] }, by: []) { sum notSummed }
      shares: observationGroups(where: { measures: ["export-share"] }, by: [MEASURE]) { sum notSummed }
    }`)) as Record<string, { sum: number | null; notSummed: string | null; keys: { value: string }[] }[]>;
    expect(byPlace?.find(({ keys }) => keys[0]?.value === "place/halden-municipality")).toMatchObject({
      count: 4,
      sum: 171,
      notSummed: null,
      unit: "firms",
    });
    expect(all).toMatchObject([{ sum: null, notSummed: "totals stand beside their parts", min: 61, max: 33062 }]);
    expect(towns).toMatchObject([{ sum: 691, notSummed: null }]);
    expect(shares).toEqual([{ sum: null, notSummed: "values in percent do not add up" }]);
  });
});
