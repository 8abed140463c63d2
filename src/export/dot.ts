import type { Language } from "../domain/language.js";
import type { Family } from "../knowledge/subgraph.js";
import { drawn, inWords } from "./lineage-drawing.js";

/** A family in the DOT language of Graphviz (https://graphviz.org/doc/info/lang.html), with the ids as names of nodes. */
export function dot(family: Family, language: Language): string {
  const members = drawn(family, language);
  const lines = members.flatMap(({ id, label, existence, origins }) => [
    `  ${quoted(id)} [label=${quoted(`${label}\n${existence.edtf === "/" ? "" : existence.edtf}`.trim())}${
      id === family.focus.id ? ", penwidth=3" : ""
    }];`,
    ...origins.map(({ descent: { mechanism, date, certainty, predecessor } }) => {
      const how = [inWords(mechanism), date?.edtf ?? ""].join(" ").trim();
      const style = certainty === "STATED" ? "" : ", style=dashed";
      return `  ${quoted(predecessor)} -> ${quoted(id)} [label=${quoted(how)}${style}];`;
    }),
  ]);
  return ["digraph lineage {", "  node [shape=box];", ...lines, "}", ""].join("\n");
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
