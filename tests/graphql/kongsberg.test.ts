import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { inMemory } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

// What the report says of the weapons works and of what came out of it, asked of the bundled data.
let service: TestService;
beforeAll(async () => {
  service = await startService(await inMemory.open(), bundled());
}, 60_000);
afterAll(() => service.close());

const ask = async (operation: string): Promise<never> => {
  const { data, errors } = await service.ask(operation);
  expect(errors).toBeUndefined();
  return data;
};

test("the six core firms of 2005 came out of the works, each with its page (pp. 123, 125, 127)", async () => {
  const data = await ask(`{
    organization(id: "firm/kongsberg-vapenfabrikk") {
      descendants(where: { kinds: [FIRM], existingAt: "2005" }, first: 100) {
        edges { node { id } path { mechanism date { edtf } citations { page } } }
      }
    }
  }`);
  const { edges } = (
    data as {
      organization: { descendants: { edges: { node: { id: string }; path: { citations: { page: number }[] }[] }[] } };
    }
  ).organization.descendants;
  const ids = edges.map(({ node }) => node.id);
  for (const id of [
    "kongsberg-gruppen",
    "kongsberg-maritime",
    "fmc-kongsberg-subsea",
    "kongsberg-automotive",
    "volvo-aero-norge",
    "dresser-rand-kongsberg",
  ]) {
    expect(ids).toContain(`firm/${id}`);
  }
  for (const { path } of edges) for (const { citations } of path) expect(citations.length).toBeGreaterThan(0);
});

test("the works was the state's from 1814 to the break-up of 1987, and is a former state company (pp. 118, 123)", async () => {
  expect(
    await ask(`{
      organization(id: "firm/kongsberg-vapenfabrikk") {
        before: stateOwned(at: "1813") early: stateOwned(at: "1850") late: stateOwned(at: "1986") after: stateOwned(at: "1988")
      }
      firms(where: { ids: ["firm/kongsberg-vapenfabrikk", "firm/kongsberg-automotive"], formerStateCompany: true }) { nodes { id } }
    }`),
  ).toEqual({
    organization: { before: "NO", early: "YES", late: "YES", after: "NO" },
    firms: { nodes: [{ id: "firm/kongsberg-vapenfabrikk" }] },
  });
});

test("Norsk Forsvarsteknologi of 1987 is Kongsberg Gruppen from 1995 on (pp. 123, 127)", async () => {
  expect(
    await ask(`{ organization(id: "firm/kongsberg-gruppen") { first: name(at: "1990") then: name(at: "2000") } }`),
  ).toEqual({
    organization: { first: "Norsk Forsvarsteknologi AS", then: "Kongsberg Gruppen ASA" },
  });
});

test("the owners of 2005 stand with their shares and pages (p. 126, table 5.3; p. 131, note 71)", async () => {
  const data = await ask(`{
    automotive: organization(id: "firm/kongsberg-automotive") { owners(at: "2005", certainOnly: true) { share citations { locator } } }
    aero: organization(id: "firm/volvo-aero-norge") { owners(at: "2005", certainOnly: true) { share citations { locator } } }
  }`);
  const { automotive, aero } = data as Record<
    string,
    { owners: { share: number | null; citations: { locator: string }[] }[] }
  >;
  const shares = (owners: { share: number | null }[] = []): (number | null)[] =>
    owners.map(({ share }) => share).toSorted((a, b) => (b ?? 0) - (a ?? 0));
  expect([shares(automotive?.owners), shares(aero?.owners)]).toEqual([
    [78, 12, 10],
    [78, 22],
  ]);
  expect(automotive?.owners.flatMap(({ citations }) => citations.map(({ locator }) => locator))).toContain(
    "p. 126, table 5.3",
  );
  expect(aero?.owners.flatMap(({ citations }) => citations.map(({ locator }) => locator))).toContain("p. 131, note 71");
});

test("the chapter tells the town's history in three phases (p. 118)", async () => {
  const data = await ask(
    `{ phases(town: "town/kongsberg") { ordinal within { id } division period { start { earliestYear } } citations { page } } }`,
  );
  const { phases } = data as { phases: { division: string; ordinal: number | null; citations: { page: number }[] }[] };
  const divisions = new Map<string, number[]>();
  for (const { division, ordinal } of phases)
    divisions.set(division, [...(divisions.get(division) ?? []), ordinal ?? 0]);
  expect([...divisions.values()].map((ordinals) => ordinals.toSorted().join(" "))).toContain("1 2 3");
});

test("where table and text disagree on a founding year, both stand (pp. 123, 126)", async () => {
  const data = await ask(
    `{ contradictions(about: "firm/volvo-aero-norge") { nodes { claims { property value citations { page } } } } }`,
  );
  const { nodes } = (
    data as { contradictions: { nodes: { claims: { value: string; citations: { page: number }[] }[] }[] } }
  ).contradictions;
  expect(nodes.flatMap(({ claims }) => claims.map(({ value }) => value))).toEqual(
    expect.arrayContaining(["1978", "1987"]),
  );
});
