import type { Place } from "../knowledge/buckets.js";
import { ErrorCode, RequestError } from "./error.js";

/** The form of cursors; changed with it, so that older ones are told apart and not misread. */
const cursorVersion = 1;

/**
 * A cursor carries the place in the order, not a count, so that paging goes on from the same place whatever was added
 * or removed. `list` names the list and its order: a cursor of one does not fit another.
 */
export function toCursor(list: string, { key, id }: Place): string {
  return Buffer.from(JSON.stringify([cursorVersion, list, key, id])).toString("base64url");
}

/** @throws {RequestError} `BAD_CURSOR` */
export function fromCursor(list: string, cursor: string): Place {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw badCursor(list, cursor);
  }
  if (!Array.isArray(content) || content.length !== 4) throw badCursor(list, cursor);
  const [version, of, key, id] = content as unknown[];
  const sound = (typeof key === "string" || typeof key === "number") && typeof id === "string";
  if (version !== cursorVersion || of !== list || !sound) throw badCursor(list, cursor);
  return { key, id };
}

function badCursor(list: string, cursor: string): RequestError {
  const shown = cursor.length > 60 ? `${cursor.slice(0, 57)}…` : cursor;
  return new RequestError(ErrorCode.BAD_CURSOR, `expected a cursor of ${list}; got "${shown}"`);
}
