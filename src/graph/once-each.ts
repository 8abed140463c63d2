/**
 * Makes something of each object once, for as long as the object is there: of rows that are kept (`row-cache.ts`), to
 * read dates and citations anew for each request takes longer than to find them. What is made is shared, and nobody
 * changes it.
 */
export function onceEach<Given extends object, Made extends object | string>(
  make: (given: Given) => Made,
): (given: Given) => Made {
  const made = new WeakMap<Given, Made>();
  return (given) => {
    const known = made.get(given);
    if (known !== undefined) return known;
    const fresh = make(given);
    made.set(given, fresh);
    return fresh;
  };
}
