import type { Entity, Observation } from "./entity.js";
import { type Language, inLanguage } from "./language.js";
import { nameAt } from "./organization.js";

/** The title of a node as a person would call it; its id where the dataset gives no name in any language. */
export function labelOf(entity: Entity, language: Language): string {
  switch (entity.kind) {
    case "FIRM":
    case "INSTITUTION":
    case "UNIT":
    case "GROUP":
      return nameAt(entity.names, language, null);
    case "PERSON":
      return entity.name;
    case "EVENT":
      return inLanguage(entity.title, language) ?? entity.id;
    case "TABLE":
      return [`${language === "EN" ? "Table" : "Tabell"} ${entity.number}`, inLanguage(entity.title, language)]
        .filter((part) => part !== null)
        .join(": ");
    case "OBSERVATION":
      return `${entity.measure.replaceAll("-", " ")} ${entity.period}: ${valueInWords(entity, language)}`;
    case "CONTRADICTION":
      return inLanguage(entity.explanation, language) ?? entity.id;
    case "SOURCE":
      return entity.title;
    case "TOWN":
    case "PLACE":
    case "SECTOR":
    case "PHASE":
      return inLanguage(entity.name, language) ?? entity.id;
  }
}

/** The unit and the reason for a missing value stand as the dataset has them, in English. */
function valueInWords(
  { value, valueText, valueAtLeast, valueAtMost, missing, unit }: Observation,
  language: Language,
): string {
  const [to, atLeast, atMost, none] = inWords[language];
  if (valueText !== null) return valueText;
  if (value !== null) return `${value} ${unit}`;
  if (valueAtLeast !== null && valueAtMost !== null) return `${valueAtLeast} ${to} ${valueAtMost} ${unit}`;
  if (valueAtLeast !== null) return `${atLeast} ${valueAtLeast} ${unit}`;
  if (valueAtMost !== null) return `${atMost} ${valueAtMost} ${unit}`;
  return missing ?? none;
}

const inWords = {
  EN: ["to", "at least", "at most", "no value"],
  NB: ["til", "minst", "høyst", "ingen verdi"],
} as const;
