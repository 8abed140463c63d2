/** An element of XML 1.0; attributes that are null are left out. Children are elements, or text by `escaped`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...children: readonly string[]
): string {
  return `${opening(name, attributes, children.length === 0)}${children.join("")}${children.length === 0 ? "" : `</${name}>`}`;
}

/** The start of an element whose children follow piece by piece. */
export function opening(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  empty = false,
): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === null ? "" : ` ${key}="${escaped(String(value))}"`,
  );
  return `<${name}${written.join("")}${empty ? "/" : ""}>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text without what XML 1.0 cannot hold (section 2.2: most control characters, unpaired surrogates). */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
