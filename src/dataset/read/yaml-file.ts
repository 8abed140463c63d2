import { LineCounter, type Document, isMap, isScalar, parseDocument } from "yaml";
import type { z } from "zod";
import type { Finding } from "../finding.js";
import type { Position } from "../dataset.js";

/** A YAML file that keeps the line and column of every value in it. */
export interface YamlFile {
  readonly name: string;
  readonly content: unknown;
  readonly problems: readonly Finding[];
  /** The position of the value at a path; of the nearest one above it where there is none (a key that is missing). */
  position(path: readonly PropertyKey[]): Position;
}

export function readYaml(name: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  return {
    name,
    content: document.errors.length > 0 ? null : document.toJS(),
    problems: document.errors.map((error) => ({ rule: "yaml", ...at(error.pos[0]), message: error.message })),
    position: (path) => at(offsetOf(document, path)),
  };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (node !== undefined && node !== null && typeof node === "object" && "range" in node) {
      const range = node.range as readonly number[] | null | undefined;
      if (range?.[0] !== undefined) return range[0];
    }
  }
  return 0;
}

/** One finding for each thing that does not have its shape. */
export function shapeFindings(
  file: YamlFile,
  error: z.ZodError,
  base: readonly PropertyKey[],
  came: unknown,
): Finding[] {
  return error.issues.map((issue) => {
    const value = issue.path.reduce<unknown>(
      (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
      came,
    );
    const described = issue.code === "custom" || issue.code === "unrecognized_keys" ? "" : `; got ${brief(value)}`;
    const where = issue.path.length > 0 ? `${issue.path.map(String).join(".")}: ` : "";
    const unknownKey = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    return {
      rule: "shape",
      ...file.position([...base, ...issue.path, ...unknownKey]),
      message: `${where}${issue.message}${described}${unquoted(unknownKey[0])}`,
    };
  });
}

/** In `{ en: one, two }` the text ends at its comma, and what follows reads as a key. */
function unquoted(key: string | undefined): string {
  return key?.includes(" ") === true ? "; text with a comma in it needs quotes" : "";
}

function brief(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
