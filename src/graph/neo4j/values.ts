import type { Parameters, Value } from "../graph.js";
import { normalizeParameters } from "../value.js";

/** Whole numbers are sent as integers: the driver sends a plain number as a float, which `LIMIT` refuses. */
export function toDriver(parameters: Parameters): Record<string, unknown> {
  return withIntegers(normalizeParameters(parameters)) as Record<string, unknown>;
}

function withIntegers(value: Value): unknown {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(withIntegers);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withIntegers(part)]));
  }
  return value;
}
