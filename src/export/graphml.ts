import type { Language } from "../domain/language.js";
import type { Subgraph } from "../knowledge/subgraph.js";
import { attributesOfLink, attributesOfNode, linkAttributes, nodeAttributes, possibleSpan } from "./attributes.js";
import { declaration, element, escaped, opening } from "./xml.js";

const ofNodes = ["label", "start", "end", ...nodeAttributes] as const;
const ofLinks = ["start", "end", ...linkAttributes] as const;

/**
 * A network in GraphML (http://graphml.graphdrawing.org). The format knows no time: `start` and `end` are the first and
 * the last day on which a node or edge may have been, in ISO 8601, and `existence` and `period` what the source says, in
 * EDTF.
 */
export async function* graphml({ nodes, links }: Subgraph, language: Language): AsyncGenerator<string> {
  yield declaration;
  yield opening("graphml", { xmlns: "http://graphml.graphdrawing.org/xmlns" });
  yield declared("node", ofNodes);
  yield declared("edge", ofLinks);
  yield opening("graph", { id: "opphav", edgedefault: "directed" });
  for await (const part of nodes()) {
    yield part
      .map((node) => {
        const attributes = { ...attributesOfNode(node, language), ...possibleSpan(node) };
        return element("node", { id: node.id }, ...data("node", ofNodes, attributes));
      })
      .join("\n");
  }
  for await (const part of links()) {
    yield part
      .map((link) => {
        const attributes = { ...attributesOfLink(link, language), ...possibleSpan(link.fact) };
        const ends = { source: link.from, target: link.to, directed: link.kind === "WORKS_WITH" ? "false" : null };
        return element("edge", ends, ...data("edge", ofLinks, attributes));
      })
      .join("\n");
  }
  yield "</graph></graphml>\n";
}

const keyOf = (what: "node" | "edge", name: string): string => `${what}-${name}`;

function declared(what: "node" | "edge", names: readonly string[]): string {
  return names
    .map((name) => {
      const type = name === "share" ? "double" : "string";
      return element("key", { id: keyOf(what, name), for: what, "attr.name": name, "attr.type": type });
    })
    .join("");
}

function data<Name extends string>(
  what: "node" | "edge",
  names: readonly Name[],
  of: Readonly<Record<Name, string | number | null>>,
): string[] {
  return names
    .filter((name) => of[name] !== null)
    .map((name) => element("data", { key: keyOf(what, name) }, escaped(String(of[name]))));
}
