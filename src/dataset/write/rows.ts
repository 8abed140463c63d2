/** What a statement is to write, made as it is gone through: all that a register becomes would not fit into memory. */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
}

/** A row for each item. */
export function rowsOf<Item, Row>(items: Rows<Item>, rowOf: (item: Item, index: number) => Row): Rows<Row> {
  return {
    length: items.length,
    *[Symbol.iterator]() {
      let index = 0;
      for (const item of items) yield rowOf(item, index++);
    },
  };
}

/** The rows in order, so many at a time; the last ones may be fewer. */
export function* batchesOf<Row>(rows: Rows<Row>, size: number): Iterable<Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
