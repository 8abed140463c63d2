import type { Language } from "../domain/language.js";
import type { Family } from "../knowledge/subgraph.js";
import { drawn, inWords } from "./lineage-drawing.js";

/** A family as a flowchart of Mermaid (https://mermaid.js.org/syntax/flowchart.html), from what was to what came of it. */
export function mermaid(family: Family, language: Language): string {
  const members = drawn(family, language);
  const nameOf = new Map(members.map(({ id }, index) => [id, `n${index}`]));
  const lines = members.flatMap(({ id, label, existence, origins }) => {
    const name = nameOf.get(id) ?? "";
    const period = existence.start === null && existence.end === null ? "" : `<br>${text(existence.edtf)}`;
    return [
      `  ${name}["${text(label)}${period}"]`,
      ...origins.map(({ descent: { mechanism, date, certainty, predecessor } }) => {
        const how = text([inWords(mechanism), date?.edtf ?? ""].join(" ").trim());
        return `  ${nameOf.get(predecessor) ?? ""} ${certainty === "STATED" ? "-->" : "-.->"}|"${how}"| ${name}`;
      }),
    ];
  });
  return ["flowchart TD", ...lines, `  style ${nameOf.get(family.focus.id) ?? ""} stroke-width:3px`, ""].join("\n");
}

/** Text as Mermaid takes it between quotes: what would end it, or be markup, as a character's number. */
function text(value: string): string {
  return value.replaceAll(/["#;<>&`\\]/g, (character) => `#${character.codePointAt(0) ?? 0};`).replaceAll(/\s+/g, " ");
}
