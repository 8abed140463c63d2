// The shapes of the dataset files, one file a concept. They say what a record may hold; what must fit together
// across records is in the rules. JSON Schema for editors is made from them.
import { z } from "zod";
import { parseLocator } from "../../domain/citation.js";
import { EdtfError, parseDate } from "../../domain/historical-date.js";
import { idPattern } from "../../domain/id.js";
import { parseInterval, parsePeriod } from "../../domain/period.js";

/** A check by a domain parser: its message becomes the finding's. */
function parsedBy(parse: (text: string) => unknown) {
  return (text: string, context: z.RefinementCtx): void => {
    try {
      parse(text);
    } catch (error) {
      if (!(error instanceof EdtfError)) throw error;
      context.addIssue({ code: "custom", message: error.message });
    }
  };
}

/** YAML reads `1987` as a number; it is taken as the text it was written as. */
const textOrYear = z.union([z.string(), z.int()]).transform(String);

export const edtfDate = textOrYear
  .superRefine(parsedBy(parseDate))
  .describe("EDTF date: 1987, 1987-06, 1987-06-02, 198X, 18XX, each with ~, ? or %; 1957/1959 is some time within");
export const edtfPeriod = z
  .string()
  .superRefine(parsedBy(parsePeriod))
  .describe("EDTF period: 1987/2001, 1995/.. (goes on, the source says so), 1995/ (end unknown), ../1814, /1814, /");
export const edtfInterval = textOrYear
  .superRefine(parsedBy(parseInterval))
  .describe("EDTF date or period that is covered throughout: 2005, 1997/2005");

const exactDate = textOrYear
  .superRefine(parsedBy(parseDate))
  .refine((text) => !/[~?%]/.test(text), "expected a date without ~, ? or %: an observation is made at a known date")
  .describe("EDTF date at which the source shows the thing in being; today, in a report of 2005, is 2005");

/** Dates at which the source shows the thing in being: table rows, head-counts, owner columns, `today`. */
export const observed = z.union([exactDate.transform((date) => [date]), z.array(exactDate).min(1)]);

export const locators = z
  .string()
  .superRefine((text, context) => {
    for (const part of text.split(";")) {
      if (parseLocator(part.trim(), "") === null) {
        context.addIssue({
          code: "custom",
          message: `expected places such as "p. 86, table 4.2; p. 90, note 12", got "${part.trim()}"`,
        });
      }
    }
  })
  .describe("Where it is written: `p. 86, table 4.2`, `p. 90, note 12`, `p. 290, figure v.2`; several with semicolons");

export const id = z.string().regex(idPattern, "expected a lower-case path such as firm/sensonor");

/** An id whose first part is one of `kinds`. */
export function idOf(...kinds: readonly [string, ...string[]]) {
  return id.refine((value) => kinds.includes(value.slice(0, value.indexOf("/"))), {
    error: ({ input }) => `expected an id of kind ${kinds.join(", ")}; got ${JSON.stringify(input)}`,
  });
}

export const organizationId = idOf("firm", "institution", "unit", "group");
export const placeId = idOf("place", "town");

const line = z.string().trim().min(1);
export const text = line;

export const localizedText = z
  .strictObject({ nb: line.optional(), en: line.optional() })
  .refine((value) => value.nb !== undefined || value.en !== undefined, "expected nb, en or both");
export const localizedList = z
  .strictObject({ nb: z.array(line).min(1).optional(), en: z.array(line).min(1).optional() })
  .refine((value) => value.nb !== undefined || value.en !== undefined, "expected nb, en or both");

export const certainty = z.enum(["STATED", "INFERRED", "DISPUTED"]);
export const language = z.enum(["NB", "EN"]);

/** What every fact has: where it is written, how certain it is, and words that qualify it. */
export const fact = {
  cite: locators,
  source: idOf("source").optional().describe("The source cited, where it is not the dataset's default one"),
  certainty: certainty.default("STATED"),
  note: line.optional(),
};

/** A fact that held for some time. */
export const datedFact = {
  ...fact,
  period: edtfPeriod.optional(),
  observed: observed.optional(),
};
