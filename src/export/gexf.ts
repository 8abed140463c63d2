import type { Language } from "../domain/language.js";
import type { Subgraph } from "../knowledge/subgraph.js";
import { attributesOfLink, attributesOfNode, linkAttributes, nodeAttributes, possibleSpan } from "./attributes.js";
import { declaration, element, opening } from "./xml.js";

/**
 * A network in GEXF 1.3 (https://gexf.net), dynamic: nodes and edges have the first and the last day on which they may
 * have been, as Gephi's timeline takes them; the period as the source has it stands beside, in EDTF.
 */
export async function* gexf({ nodes, links }: Subgraph, language: Language): AsyncGenerator<string> {
  yield declaration;
  yield opening("gexf", { xmlns: "http://gexf.net/1.3", version: "1.3" });
  yield opening("graph", { defaultedgetype: "directed", mode: "dynamic", timeformat: "date" });
  yield declared("node", nodeAttributes);
  yield declared("edge", linkAttributes);
  yield opening("nodes");
  for await (const part of nodes()) {
    yield part
      .map((node) => {
        const { label, ...attributes } = attributesOfNode(node, language);
        return element("node", { id: node.id, label, ...possibleSpan(node) }, values(nodeAttributes, attributes));
      })
      .join("\n");
  }
  yield "</nodes>\n";
  yield opening("edges");
  let number = 0;
  for await (const part of links()) {
    yield part
      .map((link) => {
        const attributes = attributesOfLink(link, language);
        const ends = {
          id: number++,
          source: link.from,
          target: link.to,
          type: link.kind === "WORKS_WITH" ? "undirected" : null,
        };
        return element(
          "edge",
          { ...ends, label: String(attributes.kind), ...possibleSpan(link.fact) },
          values(linkAttributes, attributes),
        );
      })
      .join("\n");
  }
  yield "</edges></graph></gexf>\n";
}

function declared(what: "node" | "edge", names: readonly string[]): string {
  const each = names.map((id) => element("attribute", { id, title: id, type: id === "share" ? "double" : "string" }));
  return element("attributes", { class: what, mode: "static" }, ...each);
}

function values<Name extends string>(
  names: readonly Name[],
  of: Readonly<Record<Name, string | number | null>>,
): string {
  const given = names.filter((name) => of[name] !== null);
  return element("attvalues", {}, ...given.map((name) => element("attvalue", { for: name, value: of[name] })));
}
