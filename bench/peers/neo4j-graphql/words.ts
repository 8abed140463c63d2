import type { Operation } from "../../service.js";
import { type QuestionName, type Wording, tree, treeOf } from "../questions.js";

interface Node {
  readonly id: string;
  readonly name: string;
  readonly originsConnection?: Edges<{ readonly mechanism: string }>;
  readonly offshootsConnection?: Edges<undefined>;
  readonly descendants?: readonly Node[];
}

interface Edges<Properties> {
  readonly edges: readonly { readonly properties: Properties; readonly node: Node }[];
}

const stated =
  "where: { edge: { derived: { eq: null } } }, sort: [{ edge: { dateEarliest: ASC } }, { edge: { id: ASC } }]";
const withOrigins = `id name originsConnection(${stated}) { edges { properties { mechanism } node { id name } } }`;

/**
 * How one asks @neo4j/graphql. Descendants along links of some years are left out: it has no words for a condition on
 * every link of a way, other than a statement of one's own, which is what the raw driver is asked with.
 * @param generation of the data, as the constraint by which nodes are found is on it, too
 */
export function words(generation: string): Partial<Record<QuestionName, Wording>> {
  const variables: Operation["variables"] = { generation };
  const asked = (type: "organizations" | "towns", fields: string): string =>
    `query ($id: ID!, $generation: String!) { ${type}(where: { generation: { eq: $generation }, id: { eq: $id } }) { ${fields} } }`;
  const organization = (fields: string, ours: (node: Node) => object): Wording => ({
    query: asked("organizations", fields),
    variables,
    asOurs: ({ organizations: [node] }: { organizations: readonly [Node] }) => ({ organization: ours(node) }),
  });
  return {
    field: organization("name", (node) => node),
    firm: organization(withOrigins, originsOf),
    town: {
      query: asked(
        "towns",
        `organizationsConnection(first: 20, sort: [{ node: { sortName: ASC } }, { node: { id: ASC } }]) { edges { node { ${withOrigins} } } }`,
      ),
      variables,
      asOurs: ({ towns: [town] }: { towns: readonly [{ organizationsConnection: Edges<undefined> }] }) => ({
        town: { organizations: { nodes: town.organizationsConnection.edges.map(({ node }) => originsOf(node)) } },
      }),
    },
    descendants: organization("descendants { id name }", ({ descendants }) => ({
      descendants: { nodes: descendants },
    })),
    tree: organization(
      treeOf((below) => `id name offshootsConnection(first: ${tree.width}, ${stated}) { edges { node { ${below} } } }`),
      treeAsOurs,
    ),
  };
}

function originsOf({ id, name, originsConnection }: Node): object {
  const origins = originsConnection?.edges.map(({ properties, node }) => ({ ...properties, predecessor: node }));
  return { id, name, origins };
}

function treeAsOurs({ id, name, offshootsConnection }: Node): object {
  if (offshootsConnection === undefined) return { id, name };
  return {
    id,
    name,
    offshoots: { nodes: offshootsConnection.edges.map(({ node }) => ({ successor: treeAsOurs(node) })) },
  };
}
