import { NodeKind } from "./vocabulary.js";

/** The first part of an id says what kind of node it names: `firm/sensonor`, `table/nibr-2005-11/v.4`. */
const kindByPrefix: Readonly<Record<string, NodeKind>> = Object.fromEntries(
  Object.values(NodeKind).map((kind) => [kind.toLowerCase(), kind]),
);

/** ASCII, lower case, so that an id can be typed, put into an address and compared by code point. */
export const idPattern = /^[a-z]+(?:\/[a-z0-9]+(?:[.-][a-z0-9]+)*)+$/;

/** The kind of node that an id names; null where it is no id of the graph. */
export function kindOf(id: string): NodeKind | null {
  if (!idPattern.test(id)) return null;
  return kindByPrefix[id.slice(0, id.indexOf("/"))] ?? null;
}
