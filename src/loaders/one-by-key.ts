import DataLoader from "dataloader";
import type { Keyed } from "./many-by-key.js";

/**
 * A loader for what there is one or none of per key: aligns rows, which come in any order and lack the absent ones,
 * to the keys asked for.
 */
export function oneByKey<Item>(
  fetch: (keys: readonly string[]) => Promise<readonly Keyed<Item>[]>,
): DataLoader<string, Item | null> {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await fetch(keys)).map(({ key, item }) => [key, item]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}
