import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { load } from "../../src/dataset/write/load.js";
import type { Graph } from "../../src/graph/graph.js";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";
import { Oracle } from "./oracle.js";
import { randomAlong, randomDataset, randomFilter, randomOrganization } from "./random-dataset.js";

// Random graphs and questions: each engine has to give what the oracle works out. A failure shows the smallest case that
// was found, and the seed to find it again.
const graphs = 120;
const questions = 8;

const filters = fc.array(fc.tuple(randomFilter(), fc.boolean()), { minLength: questions, maxLength: questions });
const lineages = fc.array(
  fc.record({
    start: randomOrganization,
    direction: fc.constantFrom("ancestors" as const, "descendants" as const),
    along: randomAlong,
    maxDepth: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: questions, maxLength: questions },
);

describe.each(engines)("questions of random graphs: $name", ({ open }) => {
  let graph: Graph;
  let service: TestService;
  beforeAll(async () => {
    graph = await open();
    service = await startService(graph);
  }, 60_000);
  afterAll(() => service.close());

  const ask = async (operation: string, variables: Readonly<Record<string, unknown>>): Promise<never> => {
    const { data, errors } = await service.ask(operation, variables);
    expect(errors).toBeUndefined();
    return data;
  };

  test("filters, nested and combined, in three values", async () => {
    const operation = `query(${each((index) => `$f${index}: OrganizationFilter`)}) {
        ${each((index) => `q${index}: organizations(where: $f${index}, first: 100) { totalCount nodes { id } }`)}
      }`;
    await fc.assert(
      fc.asyncProperty(randomDataset, filters, async (dataset, asked) => {
        await load(graph, dataset);
        const oracle = new Oracle(dataset);
        const wheres = asked.map(([filter, certainOnly]) => ({ ...filter, certainOnly }));
        const data = (await ask(
          operation,
          Object.fromEntries(wheres.map((where, index) => [`f${index}`, where])),
        )) as Record<string, { totalCount: number; nodes: { id: string }[] }>;
        for (const [index, where] of wheres.entries()) {
          const expected = oracle.find(where);
          const came = data[`q${index}`];
          expect([where, came?.nodes.map(({ id }) => id).toSorted()]).toEqual([where, expected]);
          expect(came?.totalCount).toBe(expected.length);
        }
      }),
      { numRuns: graphs },
    );
  }, 300_000);

  test("ancestors and descendants, with filters along the way", async () => {
    await fc.assert(
      // What links show is read only for the sake of paths.
      fc.asyncProperty(randomDataset, lineages, fc.boolean(), async (dataset, asked, withPaths) => {
        const edges = `edges { depth certainty alternatives node { id } ${withPaths ? "path { mechanism }" : ""} }`;
        await load(graph, dataset);
        const oracle = new Oracle(dataset);
        const variables: Record<string, unknown> = {};
        for (const [index, { along, maxDepth }] of asked.entries()) {
          variables[`a${index}`] = along;
          variables[`d${index}`] = maxDepth;
        }
        const data = (await ask(
          `query(${each((index) => `$a${index}: DescentFilter, $d${index}: Int`)}) { ${asked
            .map(
              ({ start, direction }, index) =>
                `q${index}: organization(id: "${start}") { ${direction}(along: $a${index}, maxDepth: $d${index}, first: 100) { ${edges} } }`,
            )
            .join("\n")} }`,
          variables,
        )) as Record<string, Record<string, { edges: Edge[] }>>;
        for (const [index, { start, direction, along, maxDepth }] of asked.entries()) {
          const came = data[`q${index}`]?.[direction]?.edges.map(({ node, path, ...edge }) => {
            expect(path?.length).toBe(withPaths ? edge.depth : undefined);
            return { id: node.id, ...edge };
          });
          expect([asked[index], came]).toEqual([asked[index], oracle.lineage(start, direction, along, maxDepth)]);
        }
      }),
      { numRuns: graphs },
    );
  }, 300_000);

  // Those that lie in one another are read as a tree, which may have diamonds and cycles.
  test.each(["origins { mechanism date { edtf } predecessor", "offshoots { nodes { mechanism date { edtf } successor"])(
    "%s, in one another",
    async (branching) => {
      const closed = branching.startsWith("origins") ? "}" : "} }";
      const nested = (levels: number): string =>
        levels === 0 ? "id" : `id ${branching} { ${nested(levels - 1)} } ${closed}`;
      const flat = `{ organizations(first: 100) { nodes { ${nested(1)} } } }`;
      await fc.assert(
        fc.asyncProperty(randomDataset, randomOrganization, async (dataset, start) => {
          await load(graph, dataset);
          const { organizations } = (await ask(flat, {})) as { organizations: { nodes: readonly Branch[] } };
          const branchesOf = new Map(organizations.nodes.map((each) => [each.id, each]));
          // Fields of the answer that are no objects with an id of their own stay as they are.
          const grown = (value: unknown, levels: number): unknown => {
            if (Array.isArray(value)) return value.map((each) => grown(each, levels));
            if (typeof value !== "object" || value === null) return value;
            const known = levels === 0 ? undefined : branchesOf.get((value as Branch).id);
            return Object.fromEntries(
              Object.entries(known ?? value).map(([name, each]) => [name, grown(each, known ? levels - 1 : levels)]),
            );
          };
          const { organization } = (await ask(`{ organization(id: "${start}") { ${nested(3)} } }`, {})) as {
            organization: Branch | null;
          };
          expect(organization).toEqual(grown(branchesOf.get(start) ?? null, 3));
        }),
        { numRuns: graphs },
      );
    },
    300_000,
  );
});

interface Branch {
  readonly id: string;
}

interface Edge {
  readonly depth: number;
  readonly node: { readonly id: string };
  readonly path?: readonly unknown[];
}

function each(part: (index: number) => string): string {
  return Array.from({ length: questions }, (_, index) => part(index)).join("\n");
}
