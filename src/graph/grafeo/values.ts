import { GraphError } from "../error.js";
import type { Parameters, Row, Value } from "../graph.js";

/** The engine takes plain values as they are; what would go wrong silently is refused here. */
export function toParameters(parameters: Parameters): Record<string, Value> {
  for (const [name, value] of Object.entries(parameters)) refuseUnsafe(name, value);
  return { ...parameters };
}

function refuseUnsafe(name: string, value: Value): void {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new GraphError("REFUSED", `expected a finite number for $${name}; got ${value}`, { retriable: false });
  }
  if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value) as Value[]) refuseUnsafe(name, part);
  }
}

export function toRows(rows: readonly Record<string, unknown>[]): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, toValue(value)])));
}

function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean" || typeof value === "number") return value;
  if (Array.isArray(value)) return value.map(toValue);
  if (typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toValue(part)]));
  }
  const message = `expected text, a number, a list or a map; got ${typeof value} ${String(value)}`;
  throw new GraphError("REFUSED", message, { retriable: false });
}
