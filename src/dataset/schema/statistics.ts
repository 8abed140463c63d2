import { z } from "zod";
import { TechnologyIntensity } from "../../domain/vocabulary.js";
import { certainty, edtfInterval, fact, id, idOf, localizedList, localizedText, locators, organizationId, placeId, text } from "./common.js";

export const sector = z.strictObject({
  id: idOf("sector"),
  name: localizedText,
  within: idOf("sector").optional(),
  parts: z.array(idOf("sector")).default([]).describe("Of a group that a table uses: the sectors in it"),
  activities: z
    .array(
      z.strictObject({
        nace: text.describe("NACE Rev. 1.1 class as printed: 29.6"),
        name: localizedText,
        technologyIntensity: z.enum(TechnologyIntensity).optional(),
        cite: locators,
      }),
    )
    .default([]),
  ...fact,
});

export const measure = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected lower-case words with hyphens, such as employment"),
  name: localizedText,
  unit: text.describe("persons, percent, NOK million …"),
  workforce: z.boolean().default(false).describe("Whether it counts the people at work in an organization"),
  definition: localizedText.optional(),
});

export const table = z.strictObject({
  id: idOf("table"),
  number: text,
  title: localizedText,
  definition: localizedText.optional(),
  breaks: localizedList.optional().describe("What makes its figures not comparable over time"),
  cells: text.optional().describe("The CSV file with its cells, relative to the dataset's folder"),
  ...fact,
});

const category = z.strictObject({ dimension: text, value: text, total: z.boolean().default(false) });

const cell = {
  measure: z.string(),
  place: placeId.optional(),
  organization: organizationId.optional(),
  sector: idOf("sector").optional(),
  categories: z.array(category).default([]),
  period: edtfInterval,
  value: z.number().optional(),
  valueText: text.optional().describe("In the source's words, where a number does not say it all"),
  valueAtLeast: z.number().optional(),
  valueAtMost: z.number().optional(),
  missing: text.optional().describe("Why there is no value"),
  definition: localizedText.optional().describe("What exactly is counted"),
};

export const observation = z
  .strictObject({
    id: idOf("observation"),
    table: idOf("table").optional(),
    row: z.int().positive().optional(),
    column: z.int().positive().optional(),
    ...cell,
    ...fact,
  })
  .refine(
    ({ value, valueText, valueAtLeast, valueAtMost, missing }) =>
      (value ?? valueText ?? valueAtLeast ?? valueAtMost ?? missing) !== undefined,
    "expected value, valueText, bounds of a range, or missing",
  );

const number = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, "expected a number with a decimal point, or nothing")
  .transform(Number);

/** A line of a table's CSV file. Columns beside these are classifications: their header is the dimension. */
export const cellRow = z.object({
  row: number,
  column: number,
  measure: id.or(z.string().min(1)),
  place: placeId.optional(),
  organization: organizationId.optional(),
  sector: idOf("sector").optional(),
  period: edtfInterval,
  value: number.optional(),
  valueText: text.optional(),
  valueAtLeast: number.optional(),
  valueAtMost: number.optional(),
  missing: text.optional(),
  totals: text.optional().describe("Dimensions in which the cell is a total, with semicolons: sector; size class"),
  note: text.optional(),
  cite: locators.optional().describe("Where the cell is not where the table is"),
  certainty: certainty.optional().describe("Where the cell is not as certain as the table"),
});
