import { type QuestionName, type Wording, tree, treeOf, yearsInDays } from "../questions.js";

interface Node {
  readonly id: string;
  readonly name: string;
  readonly descentsBySuccessor?: Nodes<{ readonly mechanism: string; readonly organizationByPredecessor: Node }>;
  readonly descentsByPredecessor?: Nodes<{ readonly organizationBySuccessor: Node }>;
  readonly descendants?: Nodes<Node>;
}

interface Nodes<Item> {
  readonly nodes: readonly Item[];
}

const stated = "condition: { derived: false }, orderBy: [DATE_EARLIEST_ASC, ROW_ID_ASC]";
const withOrigins = `id: rowId name descentsBySuccessor(${stated}) { nodes { mechanism organizationByPredecessor { id: rowId name } } }`;

/** How one asks PostGraphile: its `id` is another one, so ours is an alias. */
export const words: Readonly<Record<QuestionName, Wording>> = {
  field: organization("name", (node) => node),
  firm: organization(withOrigins, originsOf),
  town: {
    query: `query ($id: String!) { townByRowId(rowId: $id) { organizationsByTown(first: 20, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes { ${withOrigins} } } } }`,
    asOurs: ({ townByRowId: town }: { townByRowId: { organizationsByTown: Nodes<Node> } }) => ({
      town: { organizations: { nodes: town.organizationsByTown.nodes.map(originsOf) } },
    }),
  },
  descendants: organization("descendants(first: 100) { nodes { id: rowId name } }", (node) => node),
  years: organization(
    `descendants(first: 100, firstDay: ${yearsInDays.first}, lastDay: ${yearsInDays.last}) { nodes { id: rowId name } }`,
    (node) => node,
  ),
  tree: organization(
    treeOf(
      (below) =>
        `id: rowId name descentsByPredecessor(first: ${tree.width}, ${stated}) { nodes { organizationBySuccessor { ${below} } } }`,
      "id: rowId name",
    ),
    treeAsOurs,
  ),
};

function organization(fields: string, ours: (node: Node) => object): Wording {
  return {
    query: `query ($id: String!) { organizationByRowId(rowId: $id) { ${fields} } }`,
    asOurs: ({ organizationByRowId: node }: { organizationByRowId: Node }) => ({ organization: ours(node) }),
  };
}

function originsOf({ id, name, descentsBySuccessor }: Node): object {
  const origins = descentsBySuccessor?.nodes.map(({ mechanism, organizationByPredecessor: predecessor }) => ({
    mechanism,
    predecessor,
  }));
  return { id, name, origins };
}

function treeAsOurs({ id, name, descentsByPredecessor }: Node): object {
  if (descentsByPredecessor === undefined) return { id, name };
  const nodes = descentsByPredecessor.nodes.map((descent) => ({
    successor: treeAsOurs(descent.organizationBySuccessor),
  }));
  return { id, name, offshoots: { nodes } };
}
