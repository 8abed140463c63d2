import DataLoader from "dataloader";

/** What belongs to a key, as a statement's row gives it. */
export interface Keyed<Item> {
  readonly key: string;
  readonly item: Item;
}

/** A loader for lists: groups rows by the key they belong to, in the order in which they came. */
export function manyByKey<Item>(
  fetch: (keys: readonly string[]) => Promise<readonly Keyed<Item>[]>,
): DataLoader<string, readonly Item[]> {
  return new DataLoader(async (keys) => {
    const lists = new Map<string, Item[]>(keys.map((key) => [key, []]));
    for (const { key, item } of await fetch(keys)) {
      const list = lists.get(key);
      if (list === undefined) throw new Error(`expected rows of ${keys.join(", ")}; got one of ${key}`);
      list.push(item);
    }
    return keys.map((key) => lists.get(key) ?? []);
  });
}
