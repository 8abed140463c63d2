import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { instance as graphviz } from "@viz-js/viz";
import { DOMParser } from "@xmldom/xmldom";
import { parse as parseCsv } from "csv-parse/sync";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";
import jsonld from "jsonld";
import JSONstat from "jsonstat-toolkit";
import { engines } from "../engines.js";
import { type TestService, bundled, startService } from "../service.js";

jest.setTimeout(60_000);

const { records } = bundled();
const linkCounts = {
  OWNS: records.ownerships.length,
  DESCENDS_FROM: records.descents.length,
  SUPPLIES: records.supplies.length,
  MEMBER_OF: records.memberships.length,
  PART_OF: records.placements.length,
  ROLE_IN: records.roles.length,
  FUNDS: records.fundings.length,
  TECHNOLOGY_FROM: records.technologyTransfers.length,
};
const organizationCount =
  records.firms.length + records.institutions.length + records.units.length + records.groups.length;

const drawings = ["svg", "mmd", "dot"];

// Each format is read by a reader that others keep.
describe.each(engines)("the exports: $name", ({ open }) => {
  let service: TestService;

  beforeAll(async () => {
    service = await startService(await open(), bundled());
  });

  afterAll(async () => {
    await service.close();
  });

  async function exported(path: string, type: string): Promise<string> {
    const response = await service.get(`/export/${path}`);
    const text = await response.text();
    expect({ status: response.status, type: response.headers.get("content-type"), text }).toMatchObject({
      status: 200,
      type,
    });
    return text;
  }

  /** Rows by column, as text. */
  async function table(path: string): Promise<Record<string, string>[]> {
    return parseCsv(await exported(path, "text/csv; charset=utf-8"), { bom: true, columns: true });
  }

  test.each([
    ["gexf", "application/gexf+xml"],
    ["graphml", "application/graphml+xml"],
  ])("the whole graph in %s has every organization and relation", async (format, type) => {
    const text = await exported(`graph.${format}`, type);
    // The readers throw where an edge leads nowhere or an id comes twice.
    const graph =
      format === "gexf"
        ? gexf.parse(MultiGraph, text, { respectInputGraphType: true })
        : graphml.parse(MultiGraph, text);
    const people = graph.filterNodes((_id, { kind }) => kind === "PERSON");
    expect(graph.order - people.length).toBe(organizationCount);
    for (const [kind, count] of Object.entries(linkCounts)) {
      expect({ kind, count: graph.filterEdges((_id, each) => each["kind"] === kind).length }).toEqual({ kind, count });
    }
    expect(graph.filterEdges((_id, { kind }) => kind === "WORKS_WITH").length).toBeGreaterThan(0);
    expect(graph.getNodeAttributes("firm/sensonor")).toMatchObject({ label: "SensoNor AS", existence: "1985/.." });
  });

  test("a family in GEXF has dated nodes and edges, and no more than the family", async () => {
    const text = await exported("firm/kongsberg-vapenfabrikk.gexf", "application/gexf+xml");
    const document = new DOMParser().parseFromString(text, "application/xml");
    const works = [...document.getElementsByTagName("node")].find(
      (node) => node.getAttribute("id") === "firm/kongsberg-vapenfabrikk",
    );
    expect([works?.getAttribute("start"), works?.getAttribute("end")]).toEqual(["1814-01-01", "1987-12-31"]);
    const graph = gexf.parse(MultiGraph, text, { respectInputGraphType: true });
    expect(graph.hasNode("firm/volvo-aero-norge")).toBe(true);
    expect(graph.hasNode("firm/sensonor")).toBe(false);
  });

  test("the whole graph in JSON-LD is RDF in the terms of ORG and PROV-O", async () => {
    const document = JSON.parse(await exported("graph.jsonld", "application/ld+json")) as object;
    const quads = (await jsonld.toRDF(document)) as {
      readonly subject: { readonly value: string };
      readonly predicate: { readonly value: string };
      readonly object: { readonly value: string };
    }[];
    const typed = (type: string): string[] =>
      quads
        .filter(({ predicate, object }) => predicate.value.endsWith("#type") && object.value === type)
        .map(({ subject }) => subject.value);
    const org = "http://www.w3.org/ns/org#";
    expect(typed(`${org}ChangeEvent`)).toHaveLength(records.descents.length);
    expect(typed(`${org}Membership`)).toHaveLength(records.memberships.length + records.roles.length);
    expect(typed(`${org}FormalOrganization`)).toHaveLength(records.firms.length + records.institutions.length);
    const sensonor = typed(`${org}FormalOrganization`).find((id) => id.endsWith("/firm/sensonor"));
    const said = quads.filter(({ subject }) => subject.value === sensonor);
    expect(said.find(({ predicate }) => predicate.value === "https://schema.org/foundingDate")?.object).toMatchObject({
      value: "1985",
      datatype: { value: "http://www.w3.org/2001/XMLSchema#gYear" },
    });
    const source = said.find(({ predicate }) => predicate.value === "http://www.w3.org/ns/prov#wasDerivedFrom");
    expect(quads.filter(({ subject }) => subject.value === source?.object.value)).toContainEqual(
      expect.objectContaining({ object: expect.objectContaining({ value: expect.stringMatching(/\/source\//) }) }),
    );
  });

  test("every table in JSON-stat has the values of its cells at their coordinates", async () => {
    for (const { id } of records.tables) {
      const text = await exported(`${id}.jsonstat`, "application/json; charset=utf-8");
      const dataset = JSONstat(JSON.parse(text) as object);
      expect({ id, class: dataset.class }).toEqual({ id, class: "dataset" });
      for (const cell of records.observations.filter((each) => each.table === id)) {
        const { measure, place, sector, organization, period, row, column, categories } = cell;
        const known = { measure, place, sector, organization, period, row, column };
        const given: Record<string, string | number | undefined> = {
          ...Object.fromEntries(categories.map(({ dimension, value }) => [dimension, value])),
          ...known,
        };
        const coordinates = dataset.id.map((dimension) => [dimension, String(given[dimension] ?? "-")]);
        const { value } = dataset.Data(Object.fromEntries(coordinates) as Record<string, string>);
        expect({ id, coordinates, value }).toEqual({ id, coordinates, value: cell.value ?? null });
      }
    }
  });

  test("the sources in BibTeX and in CSL-JSON are the same to a citation manager", async () => {
    const fromBibtex = new Cite(await exported("sources.bib", "application/x-bibtex")).data;
    const fromCsl = new Cite(
      JSON.parse(await exported("sources.json", "application/vnd.citationstyles.csl+json; charset=utf-8")),
    ).data;
    for (const [index, source] of records.sources.entries()) {
      for (const { title, issued } of [fromBibtex[index] ?? {}, fromCsl[index] ?? {}] as Record<string, unknown>[]) {
        expect(title).toBe(source.title);
        expect(issued).toMatchObject({ "date-parts": [[source.year]] });
      }
      expect(fromBibtex[index]?.["author"]).toEqual(fromCsl[index]?.["author"]);
    }
  });

  test("a lineage as a drawing in SVG has a lane for each firm, and its pages", async () => {
    const text = await exported("firm/kongsberg-vapenfabrikk.svg", "image/svg+xml");
    const document = new DOMParser().parseFromString(text, "image/svg+xml");
    const texts = [...document.getElementsByTagName("text")].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["Kongsberg weapons factory", "Volvo Aero Norge AS", "1900"]));
    const titles = [...document.getElementsByTagName("title")].map(({ textContent }) => textContent);
    expect(titles).toContainEqual(expect.stringMatching(/→ Volvo Aero Norge AS: division split 1987 · .*p\. 123/));
  });

  test("a lineage in DOT is drawn by Graphviz", async () => {
    const text = await exported("firm/kongsberg-vapenfabrikk.dot", "text/vnd.graphviz; charset=utf-8");
    const { objects = [], edges = [] } = (await graphviz()).renderJSON(text) as Record<string, { name?: string }[]>;
    expect(objects.map(({ name }) => name)).toContain("firm/volvo-aero-norge");
    expect(edges.length).toBeGreaterThan(10);
  });

  test.each(drawings)("a lineage in %s is the same each time", async (format) => {
    const [once, again] = await Promise.all(
      [1, 2].map(async () => (await service.get(`/export/firm/kongsberg-vapenfabrikk.${format}`)).text()),
    );
    expect(once).toBe(again);
  });

  test("lists in CSV have a row for each, beyond the limit of a page, in the order of the list", async () => {
    const organizations = await table("organizations.csv");
    expect(organizations).toHaveLength(organizationCount);
    const { data } = await service.ask("{ organizations(first: 3) { nodes { id } } }");
    expect(organizations.slice(0, 3).map(({ id }) => ({ id }))).toEqual(
      (data as { organizations: { nodes: unknown } }).organizations.nodes,
    );
    expect(organizations.find(({ id }) => id === "firm/sensonor")).toMatchObject({
      label: "SensoNor AS",
      "town.id": "town/horten",
      "existence.edtf": "1985/..",
      "citations.locator": expect.stringContaining("p. 80; p. 83"),
    });
    expect(await table("observations.csv")).toHaveLength(records.observations.length);
  });

  test("lists in CSV take the arguments of the list, and a language", async () => {
    const where = encodeURIComponent(JSON.stringify({ town: "town/halden", kinds: ["FIRM"] }));
    const rows = await table(`organizations.csv?where=${where}&language=NB`);
    expect(new Set(rows.map(({ __typename, "town.id": town }) => `${__typename} ${town}`))).toEqual(
      new Set(["Firm town/halden"]),
    );
    expect((await table("towns.csv?language=NB")).map(({ name }) => name)).toContain("Raufoss");
  });

  test("any operation is answered in CSV to who accepts it", async () => {
    const query = `query ($id: ID!) {
      organization(id: $id) { name descendants { nodes { id origins { mechanism predecessor { id } } } } }
    }`;
    const url = `/graphql?${String(new URLSearchParams({ query, variables: '{"id":"firm/kongsberg-vapenfabrikk"}' }))}`;
    const response = await service.get(url, { accept: "text/csv", "apollo-require-preflight": "yes" });
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    const rows: Record<string, string>[] = parseCsv(await response.text(), { bom: true, columns: true });
    expect(rows.find(({ id }) => id === "firm/volvo-aero-norge")).toMatchObject({
      "organization.name": "Kongsberg Våpenfabrikk",
      "origins.mechanism": expect.stringContaining("DIVISION_SPLIT"),
      "origins.predecessor.id": expect.stringContaining("firm/kongsberg-vapenfabrikk"),
    });
  });

  test("an operation with errors is answered in JSON to who accepts CSV only", async () => {
    const query = '{ organizations(after: "nonsense") { nodes { id } } }';
    const url = `/graphql?${String(new URLSearchParams({ query }))}`;
    const response = await service.get(url, { accept: "text/csv", "apollo-require-preflight": "yes" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_CURSOR" } }] });
  });

  test.each([
    ["nothing.csv", 400, "expected one of the lists"],
    ["events.csv?colour=red", 400, "expected arguments of events: where, language; got colour"],
    ["organizations.csv?where=red", 400, 'expected where in JSON, of type OrganizationFilter; got "red"'],
    ["organizations.csv?where=%7B%22existingAt%22:%22red%22%7D", 400, "expected an EDTF"],
    ["graph.gexf?language=FR", 400, 'expected language EN or NB; got "FR"'],
    ["firm/nothing.svg", 404, "there is nothing at /export/firm/nothing.svg"],
    ["graph.constructor", 404, "there is nothing at"],
    ["firm/sensonor.doc", 404, "/export lists what there is"],
    ["table/nothing.jsonstat", 404, "there is nothing at"],
  ])("%s is answered with %d and what is wrong", async (path, status, message) => {
    const response = await service.get(`/export/${path}`);
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status,
      body: { error: expect.stringContaining(message) },
    });
  });
});
