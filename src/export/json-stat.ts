import type { Entity, Measure, Observation, Source, Table } from "../domain/entity.js";
import { labelOf } from "../domain/label.js";
import { type Language, inLanguage, listInLanguage } from "../domain/language.js";

interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly valueOf: (cell: Observation) => string | null;
  readonly labelOf: (value: string) => string;
}

/**
 * A table in JSON-stat 2.0 (https://json-stat.org/full/): its dimensions are the measure, the place, the sector, the
 * organization and the period where its cells have them, and each of its classifications. A cell that is words, a range
 * or empty has them in `status`, and null as value. Where cells fall together on all of these, the printed row and column
 * are dimensions, too.
 *
 * @param nodes What the cells refer to, by id.
 */
export function jsonStat(
  { table, cells, source }: { readonly table: Table; readonly cells: readonly Observation[]; readonly source: Source },
  measures: readonly Measure[],
  nodes: ReadonlyMap<string, Entity>,
  language: Language,
): object {
  const dimensions = dimensionsOf(cells, measures, nodes, language);
  const categories = dimensions.map(({ valueOf }) => [...new Set(cells.map((cell) => valueOf(cell) ?? absent))]);
  const size = categories.map(({ length }) => length);
  const indexOf = (cell: Observation): number =>
    dimensions.reduce(
      (index, { valueOf }, place) =>
        index * (size[place] ?? 1) + (categories[place]?.indexOf(valueOf(cell) ?? absent) ?? 0),
      0,
    );
  const values = cells.map((cell) => [indexOf(cell), cell.value] as const);
  const words = cells.flatMap((cell) => {
    const told = wordsOf(cell);
    return told === null ? [] : [[indexOf(cell), told] as const];
  });
  const notes = [inLanguage(table.definition, language), ...listInLanguage(table.breaks, language), table.note];
  return {
    version: "2.0",
    class: "dataset",
    label: labelOf(table, language),
    source: `${source.authors.join("; ")} (${source.year}): ${source.title}`,
    note: notes.filter((note) => note !== null),
    id: dimensions.map(({ id }) => id),
    size,
    role: {
      metric: ["measure"],
      ...(dimensions.some(({ id }) => id === "period") ? { time: ["period"] } : {}),
      ...(dimensions.some(({ id }) => id === "place") ? { geo: ["place"] } : {}),
    },
    dimension: Object.fromEntries(
      dimensions.map((dimension, place) => [
        dimension.id,
        {
          label: dimension.label,
          category: {
            index: categories[place] ?? [],
            label: Object.fromEntries((categories[place] ?? []).map((value) => [value, dimension.labelOf(value)])),
            ...(dimension.id === "measure" ? { unit: unitsOf(categories[place] ?? [], measures) } : {}),
          },
        },
      ]),
    ),
    value: Object.fromEntries(values),
    ...(words.length === 0 ? {} : { status: Object.fromEntries(words) }),
    extension: { opphav: { id: table.id, source: source.id } },
  };
}

/** Stands for a classification that a cell does not fall under. */
const absent = "-";

function dimensionsOf(
  cells: readonly Observation[],
  measures: readonly Measure[],
  nodes: ReadonlyMap<string, Entity>,
  language: Language,
): Dimension[] {
  const nameOf = (id: string): string => {
    const node = nodes.get(id);
    return node === undefined ? id : labelOf(node, language);
  };
  const itself = (value: string): string => value;
  const measureName = (id: string): string => inLanguage(measures.find((each) => each.id === id)?.name, language) ?? id;
  const offered: Dimension[] = [
    { id: "measure", label: "measure", valueOf: ({ measure }) => measure, labelOf: measureName },
    { id: "place", label: "place", valueOf: ({ place }) => place, labelOf: nameOf },
    { id: "sector", label: "sector", valueOf: ({ sector }) => sector, labelOf: nameOf },
    { id: "organization", label: "organization", valueOf: ({ organization }) => organization, labelOf: nameOf },
    { id: "period", label: "period", valueOf: ({ period }) => period, labelOf: itself },
  ];
  // Of a cell's place or sector, too, it may be said that it is a total.
  const known = offered.map(({ id }) => id);
  const classifications = cells.flatMap(({ categories }) => categories.map(({ dimension }) => dimension));
  for (const name of new Set(classifications.filter((each) => !known.includes(each)))) {
    offered.push({
      id: name,
      label: name,
      valueOf: ({ categories }) => categories.find(({ dimension }) => dimension === name)?.value ?? null,
      labelOf: itself,
    });
  }
  const used = offered.filter(({ id, valueOf }) => id === "measure" || cells.some((cell) => valueOf(cell) !== null));
  const coordinates = cells.map((cell) => JSON.stringify(used.map(({ valueOf }) => valueOf(cell))));
  if (new Set(coordinates).size === cells.length) return used;
  const printed = (id: "row" | "column"): Dimension => ({
    id,
    label: id,
    valueOf: (cell) => (cell[id] === null ? null : String(cell[id])),
    labelOf: itself,
  });
  return [...used, printed("row"), printed("column")];
}

function unitsOf(ids: readonly string[], measures: readonly Measure[]): object {
  return Object.fromEntries(
    ids.map((id) => [id, { label: measures.find((measure) => measure.id === id)?.unit ?? "" }]),
  );
}

/** What a cell has beside a value, or in place of one. */
function wordsOf({ valueText, valueAtLeast, valueAtMost, missing }: Observation): string | null {
  if (valueText !== null) return valueText;
  if (valueAtLeast !== null || valueAtMost !== null) return `${valueAtLeast ?? ""}–${valueAtMost ?? ""}`;
  return missing;
}
