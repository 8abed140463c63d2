import DataLoader from "dataloader";

/**
 * A loader for what there is one or none of per key: aligns rows, which come in any order and lack the absent ones,
 * to the keys asked for.
 */
export function oneByKey<Item>(
  fetch: (keys: readonly string[]) => Promise<readonly Item[]>,
  keyOf: (item: Item) => string,
): DataLoader<string, Item | null> {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await fetch(keys)).map((item) => [keyOf(item), item]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}
