/** Adds an item to the list of a key, in place: a new list for each item would take as long as all before it. */
export function addToList<Key, Item>(lists: Map<Key, Item[]>, key: Key, ...items: readonly Item[]): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [...items]);
  else list.push(...items);
}
