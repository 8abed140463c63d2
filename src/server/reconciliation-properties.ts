import { type Entity } from "../domain/entity.js";
import { fold } from "../domain/fold.js";
import { labelOf } from "../domain/label.js";
import { Language, inLanguage, listInLanguage } from "../domain/language.js";
import type { Organization } from "../domain/organization.js";
import type { Loaders } from "../loaders/loaders.js";

/** A value of a property, as the reconciliation API writes it: another node, or text. */
export type PropertyValue = { readonly id: string; readonly name: string } | { readonly str: string };

interface Property {
  readonly name: string;
  readonly description: string;
  readonly valuesOf: (node: Organization, loaders: Loaders) => Promise<readonly PropertyValue[]>;
}

const texts = (values: readonly (string | null)[]): PropertyValue[] =>
  values.flatMap((value) => (value === null ? [] : [{ str: value }]));

async function nodes(loaders: Loaders, ids: readonly (string | null)[]): Promise<PropertyValue[]> {
  const known = ids.filter((id) => id !== null);
  const found = await loaders.entity.loadMany([...new Set(known)]);
  return found.flatMap((node) => (node === null ? [] : [{ id: node.id, name: labelOf(node, Language.EN) }]));
}

/** What organizations can be told apart by, and what tables can be extended with. */
export const properties: Readonly<Record<string, Property>> = {
  town: {
    name: "town",
    description: "The town of the study that it belongs to",
    valuesOf: ({ town }, loaders) => nodes(loaders, [town]),
  },
  country: {
    name: "country",
    description: "The country of its head office",
    valuesOf: ({ country }, loaders) => nodes(loaders, [country]),
  },
  sector: { name: "sector", description: "Its industry", valuesOf: ({ sector }, loaders) => nodes(loaders, [sector]) },
  kind: {
    name: "kind",
    description: "The kind of firm or institution, such as SYSTEM_FIRM",
    valuesOf: async ({ firmKind, institutionKind }) => texts([firmKind ?? institutionKind]),
  },
  alias: {
    name: "other names",
    description: "Every other form of its name",
    valuesOf: async ({ names, aliases }) => texts([...names.map(({ name }) => name), ...aliases]),
  },
  existence: {
    name: "existence",
    description: "From when to when it existed, in EDTF",
    valuesOf: async ({ existence }) => texts([existence.edtf === "/" ? null : existence.edtf]),
  },
  founded: {
    name: "founded",
    description: "When it began, in EDTF",
    valuesOf: async ({ existence }) => texts([existence.start?.edtf ?? null]),
  },
  product: {
    name: "products",
    description: "What it makes",
    valuesOf: async ({ products }) => texts(listInLanguage(products, Language.EN)),
  },
  summary: {
    name: "summary",
    description: "What it is, in a sentence or two",
    valuesOf: async ({ summary }) => texts([inLanguage(summary, Language.EN)]),
  },
  owner: {
    name: "owners",
    description: "Who has held a share of it, at any time",
    valuesOf: async ({ id }, loaders) =>
      nodes(
        loaders,
        (await loaders.owners.load(id)).map(({ owner }) => owner),
      ),
  },
  origin: {
    name: "came out of",
    description: "The organizations that it came out of",
    valuesOf: async ({ id }, loaders) =>
      nodes(
        loaders,
        (await loaders.origins.load(id)).map(({ predecessor }) => predecessor),
      ),
  },
  offshoot: {
    name: "came out of it",
    description: "The organizations that came out of it",
    valuesOf: async ({ id }, loaders) =>
      nodes(
        loaders,
        (await loaders.offshoots.load(id)).map(({ successor }) => successor),
      ),
  },
};

export async function valuesOf(pid: string, node: Entity | null, loaders: Loaders): Promise<readonly PropertyValue[]> {
  const property = properties[pid];
  if (property === undefined || node === null || !("existence" in node)) return [];
  return property.valuesOf(node, loaders);
}

/** Whether a value is the one given: by its id or, upper and lower case and accents aside, by its words. */
export function isValue(value: PropertyValue, given: string): boolean {
  if ("id" in value && value.id === given) return true;
  return fold("name" in value ? value.name : value.str) === fold(given);
}
