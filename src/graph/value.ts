import { GraphError } from "./error.js";
import type { Parameters, Row, Value } from "./graph.js";

/**
 * Parameters as engines get them: text in NFC, as it is stored. Numbers that would not come back as they went are
 * refused: each engine changes other ones of them, and says nothing.
 * @throws {GraphError} `REFUSED`
 */
export function normalizeParameters(parameters: Parameters): Parameters {
  return normalizeMap(parameters, normalize);
}

/** The map itself where it is as it has to be, as nearly all are: to copy those of a load takes longer than to look. */
function normalizeMap(map: Parameters, normalized: (value: Value, key: string) => Value): Parameters {
  for (const key in map) {
    const value = map[key] as Value;
    if (normalized(value, key) !== value) return mapValues(map, normalized);
  }
  return map;
}

function normalize(value: Value, name: string): Value {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value === "number") return checkNumber(value, `$${name}`);
  if (Array.isArray(value)) {
    const list = value as readonly Value[];
    const parts = list.map((part) => normalize(part, name));
    return parts.every((part, place) => part === list[place]) ? list : parts;
  }
  if (typeof value !== "object" || value === null) return value;
  return normalizeMap(value as Parameters, (part) => normalize(part, name));
}

/**
 * A row as an engine gives it: integers may be `bigint`.
 * @throws {GraphError} `REFUSED` where a statement returns what is not a value, as a node or a date
 */
export function toRow(row: Readonly<Record<string, unknown>>): Row {
  // Most rows are what they have to be, and to copy each of many takes longer than to read it.
  for (const column in row) if (!isSimple(row[column])) return mapValues(row, toValue);
  return row as Row;
}

function isSimple(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return typeof value === "string" || typeof value === "boolean" || value === null;
}

function toValue(value: unknown, column: string): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" || typeof value === "bigint") return checkNumber(Number(value), column);
  if (Array.isArray(value)) return value.map((part) => toValue(part, column));
  if (isMap(value)) return mapValues(value, (part) => toValue(part, column));
  const message = `expected text, a number, a list or a map in ${column}; got a ${value.constructor.name}`;
  throw new GraphError("REFUSED", message, { retriable: false });
}

/** Beyond 2^53, every number is an integer that another integer may have become. */
function checkNumber(value: number, place: string): number {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  const message = `expected a number within 2^53 for ${place}; got ${value}`;
  throw new GraphError("REFUSED", message, { retriable: false });
}

/** Engines make their maps where they please: the prototype is one of `Object`'s, and not always of ours. */
function isMap(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A loop, as every value on its way to an engine or back comes through here: `Object.fromEntries` takes thrice as long. */
function mapValues<From, To>(map: Readonly<Record<string, From>>, convert: (value: From, key: string) => To) {
  const converted: Record<string, To> = {};
  for (const key in map) converted[key] = convert(map[key] as From, key);
  return converted;
}
