// Ways out of the graph: one file a format. What they write is made piece by piece from what is read piece by piece, so
// that an export of everything needs no more memory than one of a part.
import { type Options, stringify } from "csv-stringify/sync";
import { type FieldNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from "graphql";
import type { DocumentNode, SelectionSetNode } from "graphql";

/** The fields asked for, each under its key in the answer; null where it has no fields itself. */
type Fields = ReadonlyMap<string, Fields | null>;

/** What is written of a field: a cell. */
interface Column {
  readonly header: string;
  /** Keys that lead to it from the row. */
  readonly path: readonly string[];
}

const options: Options = { record_delimiter: "windows", escape_formulas: true };

/**
 * A table in CSV (RFC 4180, UTF-8 with a byte order mark) of the answer to an operation, by the rules of
 * `docs/exports.md`: a row for each element of the outermost list, a column for each field asked for, named by the way
 * to it; of a list within a row, the values joined by `; `. What a spreadsheet would run as a formula gets an
 * apostrophe before it.
 *
 * @param headed Whether the line of headers stands first; without it, the rows continue a table.
 */
export function csvOf(document: DocumentNode, operationName: string | null, data: unknown, headed = true): string {
  const { columns, outer, rows } = tableOf(fieldsOf(document, operationName), data);
  const headers = [...outer.map(({ header }) => header), ...columns.map(({ header }) => header)];
  const told = outer.map(({ value }) => value);
  const body = rows.map((row) => [...told, ...columns.map(({ path }) => cell(valuesAt(row, path)))]);
  return `${headed ? "\uFEFF" : ""}${stringify(headed ? [headers, ...body] : body, options)}`;
}

function tableOf(fields: Fields, data: unknown) {
  const outer: { readonly header: string; readonly value: string | number | null }[] = [];
  let at: { fields: Fields; value: unknown; path: readonly string[] } = { fields, value: data, path: [] };
  for (;;) {
    const inner = [...at.fields].filter((entry): entry is [string, Fields] => entry[1] !== null);
    // Down to the outermost list: a field that is one, or else the first that has one further in.
    const values = at.value as Readonly<Record<string, unknown>> | null;
    const next =
      inner.find(([key]) => Array.isArray(values?.[key])) ??
      inner.find(([key, below]) => holdsList(below, values?.[key]));
    if (next === undefined) break;
    const [key, below] = next;
    const { path } = at;
    for (const column of columnsOf(new Map([...at.fields].filter(([other]) => other !== key)))) {
      outer.push({ header: [...path, column.header].join("."), value: cell(valuesAt(values, column.path)) });
    }
    at = { fields: below, value: values?.[key], path: [...path, key] };
    if (Array.isArray(at.value)) return { outer, columns: columnsOf(at.fields), rows: at.value as unknown[] };
  }
  return { outer, columns: columnsOf(at.fields), rows: at.value == null ? [] : [at.value] };
}

function holdsList(fields: Fields, value: unknown): boolean {
  if (Array.isArray(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const values = value as Readonly<Record<string, unknown>>;
  return [...fields].some(([key, below]) => below !== null && holdsList(below, values[key]));
}

function columnsOf(fields: Fields): Column[] {
  return [...fields].flatMap(([key, below]): Column[] =>
    below === null
      ? [{ header: key, path: [key] }]
      : columnsOf(below).map(({ header, path }) => ({ header: `${key}.${header}`, path: [key, ...path] })),
  );
}

/** The values at the end of a way that leads through lists: one for each element, in order. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, path));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return valuesAt((value as Readonly<Record<string, unknown>> | null | undefined)?.[key], rest);
}

function cell(values: readonly unknown[]): string | number | null {
  const [only] = values;
  if (values.length === 1 && typeof only === "number") return only;
  return values.map(textOf).join("; ") || null;
}

function textOf(value: unknown): string {
  if (value == null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The fields that an operation asks for. A document that names several operations was executed by its name. */
function fieldsOf({ definitions }: DocumentNode, operationName: string | null): Fields {
  const operation = definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && (operationName === null || each.name?.value === operationName),
  );
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const collected = new Map<string, Fields | null>();
  if (operation !== undefined) collect(operation.selectionSet, fragments, collected);
  return collected;
}

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  into: Map<string, Fields | null>,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      into.set(key, selection.selectionSet === undefined ? null : merged(into.get(key), selection, fragments));
    } else {
      const set = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (set !== undefined) collect(set.selectionSet, fragments, into);
    }
  }
}

function merged(
  known: Fields | null | undefined,
  { selectionSet }: FieldNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Fields {
  const below = new Map(known);
  if (selectionSet !== undefined) collect(selectionSet, fragments, below);
  return below;
}
