import { type Bounds, held, parseInterval } from "../../domain/period.js";
import { Truth } from "../../domain/truth.js";

export interface AtArguments {
  readonly at?: string | null | undefined;
  readonly certainOnly?: boolean | undefined;
}

/** What held at a date: without what certainly did not and, with `certainOnly`, without what only possibly did. */
export function atDate<Item extends { readonly bounds: Bounds }>(
  items: readonly Item[],
  { at, certainOnly = false }: AtArguments,
): readonly Item[] {
  if (at == null) return items;
  const interval = parseInterval(at);
  return items.filter(({ bounds }) => {
    const truth = held(bounds, interval);
    return truth === Truth.YES || (truth === Truth.POSSIBLY && !certainOnly);
  });
}
