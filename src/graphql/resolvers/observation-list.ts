import type { Observation } from "../../domain/entity.js";
import { parseInterval } from "../../domain/period.js";
import { type ObservationConditions, listObservations, listTables } from "../../knowledge/lists.js";
import type { Context } from "../context.js";
import type { Place } from "../cursor.js";
import { ErrorCode, RequestError } from "../error.js";
import { type PageArguments, fieldPage, pageOf } from "../page.js";
import type { ObservationFilter } from "../types/inputs.js";

/** A page of the observations that fulfil a filter, table by table, row by row. */
export async function observationPage(
  context: Context,
  where: ObservationFilter | null | undefined,
  also: Partial<ObservationConditions>,
  page: PageArguments,
  otherwise = fieldPage,
) {
  const fitting = await observationsWhere(context, where, also);
  const ordered = fitting.map((observation) => ({ observation, place: placeOf(observation) }));
  return pageOf(
    "observations",
    ordered.toSorted((a, b) => (a.place.key < b.place.key ? -1 : a.place.key > b.place.key ? 1 : 0)),
    page,
    { placeOf: ({ place }) => place, nodeOf: ({ observation }) => observation, otherwise },
  );
}

/** All observations that fulfil a filter. */
export async function observationsWhere(
  { reader }: Context,
  where: ObservationFilter | null | undefined,
  also: Partial<ObservationConditions> = {},
): Promise<readonly Observation[]> {
  const found = await listObservations(reader, {
    tables: where?.tables == null ? null : await tableIds(reader, where.tables),
    organizations: where?.organizations ?? null,
    places: where?.places ?? null,
    sectors: where?.sectors ?? null,
    measures: where?.measures ?? null,
    total: where?.totals ?? null,
    during: where?.during == null ? null : parseInterval(where.during),
    ...also,
  });
  const filters = where?.categories ?? [];
  return found.filter(({ categories }) =>
    filters.every(({ dimension, values }) =>
      categories.some(
        (category) =>
          (dimension == null || category.dimension === dimension) &&
          (values == null || values.includes(category.value)),
      ),
    ),
  );
}

/** Figures in the text first, then table by table, row by row, as text that compares so. */
function placeOf({ table, row, column, id }: Observation): Place {
  const padded = (position: number | null): string => String(position ?? 0).padStart(6, "0");
  return { key: [table ?? "", padded(row), padded(column), id].join("|"), id };
}

/** Tables by id, or by their number as printed where only one source has it. */
export async function tableIds(reader: Context["reader"], named: readonly string[]): Promise<readonly string[]> {
  if (named.every((each) => each.startsWith("table/"))) return named;
  const tables = await listTables(reader);
  return named.map((each) => {
    if (each.startsWith("table/")) return each;
    const numbered = tables.filter(({ number }) => number === each);
    if (numbered.length > 1) {
      const ids = numbered.map(({ id }) => id).join(", ");
      throw new RequestError(
        ErrorCode.BAD_USER_INPUT,
        `expected the id of a table; several have the number ${each}: ${ids}`,
      );
    }
    return numbered[0]?.id ?? each;
  });
}
