import type { Observation } from "../../domain/entity.js";
import { parseInterval } from "../../domain/period.js";
import { listTables } from "../../knowledge/lists.js";
import {
  type ObservationConditions,
  type PlacedObservation,
  areAboutFew,
  countObservations,
  listObservations,
  readObservations,
} from "../../knowledge/observations.js";
import type { Context } from "../context.js";
import { ErrorCode, RequestError } from "../error.js";
import { type PageArguments, fieldPage, pageOf, pageRead } from "../page.js";
import type { ObservationFilter } from "../types/inputs.js";

/** A page of the observations that fulfil a filter, table by table, row by row. */
export async function observationPage(
  { reader }: Context,
  where: ObservationFilter | null | undefined,
  also: Partial<ObservationConditions>,
  page: PageArguments,
  otherwise = fieldPage,
) {
  const conditions = await conditionsOf(reader, where, also);
  const list = {
    otherwise,
    placeOf: ({ place }: PlacedObservation) => place,
    nodeOf: ({ observation }: PlacedObservation) => observation,
  };
  const categories = where?.categories ?? [];
  if (areAboutFew(conditions) || categories.length > 0) {
    const found = await listObservations(reader, conditions);
    return pageOf("observations", found.filter(inCategories(categories)), page, list);
  }
  return pageRead("observations", (reading) => readObservations(reader, conditions, reading), page, {
    ...list,
    totalCount: () => countObservations(reader, conditions),
  });
}

/** All observations that fulfil a filter. */
export async function observationsWhere(
  { reader }: Context,
  where: ObservationFilter | null | undefined,
): Promise<readonly Observation[]> {
  const found = await listObservations(reader, await conditionsOf(reader, where));
  return found.filter(inCategories(where?.categories ?? [])).map(({ observation }) => observation);
}

async function conditionsOf(
  reader: Context["reader"],
  where: ObservationFilter | null | undefined,
  also: Partial<ObservationConditions> = {},
): Promise<ObservationConditions> {
  return {
    tables: where?.tables == null ? null : unique(await tableIds(reader, where.tables)),
    organizations: unique(where?.organizations),
    places: unique(where?.places),
    sectors: unique(where?.sectors),
    measures: unique(where?.measures),
    total: where?.totals ?? null,
    during: where?.during == null ? null : parseInterval(where.during),
    ...also,
  };
}

function unique(list: readonly string[] | null | undefined): readonly string[] | null {
  return list == null ? null : [...new Set(list)];
}

function inCategories(filters: NonNullable<ObservationFilter["categories"]>) {
  return ({ observation: { categories } }: PlacedObservation): boolean =>
    filters.every(({ dimension, values }) =>
      categories.some(
        (category) =>
          (dimension == null || category.dimension === dimension) &&
          (values == null || values.includes(category.value)),
      ),
    );
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
