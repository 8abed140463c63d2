import neo4j, { type Integer } from "neo4j-driver";
import { GraphError } from "../error.js";
import type { Parameters, Row, Value } from "../graph.js";

/** Whole numbers are sent as integers: the driver sends a plain number as a float, which `LIMIT` refuses. */
export function toParameters(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, toDriver(name, value)]));
}

function toDriver(name: string, value: Value): unknown {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) {
      throw new GraphError("REFUSED", `expected a finite number for $${name}; got ${value}`, { retriable: false });
    }
    return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  }
  if (Array.isArray(value)) return value.map((part: Value) => toDriver(name, part));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toDriver(name, part as Value)]));
  }
  return value;
}

export function toRow(record: { toObject(): Record<string, unknown> }): Row {
  return Object.fromEntries(Object.entries(record.toObject()).map(([column, value]) => [column, toValue(value)]));
}

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (neo4j.isInt(value)) return toNumber(value);
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toValue(part)]));
  }
  const message = `expected text, a number, a list or a map; got ${value.constructor.name} ${String(value)}`;
  throw new GraphError("REFUSED", message, { retriable: false });
}

function toNumber(integer: Integer): number {
  if (integer.inSafeRange()) return integer.toNumber();
  throw new GraphError("REFUSED", `expected an integer within 2^53; got ${integer.toString()}`, { retriable: false });
}
