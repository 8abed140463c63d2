import { z } from "zod";
import { FirmKind, InstitutionKind } from "../../domain/vocabulary.js";
import {
  certainty,
  edtfPeriod,
  fact,
  idOf,
  language,
  localizedList,
  localizedText,
  locators,
  observed,
  organizationId,
  placeId,
  text,
} from "./common.js";

const name = z.strictObject({
  name: text,
  language: language.default("NB"),
  period: edtfPeriod.optional().describe("When the name was in use"),
  observed: observed.optional().describe("Dates at which the source shows it in use"),
  certainty: certainty.default("STATED"),
  cite: locators.optional().describe("Where it is not where the record is"),
});

const organization = {
  ...fact,
  names: z.array(name).min(1).describe("The fullest form first or, where the name changed, oldest first"),
  aliases: z.array(text).default([]).describe("Every other form in which the source writes it"),
  existence: edtfPeriod.default("/"),
  observed: observed.optional().describe("Dates at which it is shown in being, beside those of its relations"),
  town: idOf("town").optional().describe("The studied town it belongs to"),
  country: idOf("place").optional().describe("The country of its head office"),
  sector: idOf("sector").optional(),
  products: localizedList.optional(),
  summary: localizedText.optional().describe("One to three sentences, in our own words"),
  stateCompany: z
    .strictObject({ period: edtfPeriod.optional(), cite: locators })
    .optional()
    .describe("The source calls it a state company"),
  distinctFrom: z
    .array(organizationId)
    .default([])
    .describe("Other organizations of the same name, known to be others"),
};

export const firm = z.strictObject({
  id: idOf("firm"),
  kind: z.enum(FirmKind).optional(),
  ...organization,
});
export const institution = z.strictObject({
  id: idOf("institution"),
  kind: z.enum(InstitutionKind),
  ...organization,
});
export const unit = z.strictObject({ id: idOf("unit"), ...organization });
export const group = z.strictObject({
  id: idOf("group"),
  description: localizedText.describe("Who is meant, where the source names no one"),
  size: z.int().positive().optional().describe("Number of organizations or persons in it"),
  members: z.array(organizationId).default([]).describe("Members that the source does name"),
  ...organization,
});

export const person = z.strictObject({
  id: idOf("person"),
  name: text,
  aliases: z.array(text).default([]),
  ...fact,
});

export const place = z.strictObject({
  id: idOf("place"),
  kind: z.enum(["SITE", "MUNICIPALITY", "ECONOMIC_REGION", "COUNTY", "PART_OF_COUNTRY", "COUNTRY", "AGGREGATE", "ABROAD"]),
  name: localizedText,
  aliases: z.array(text).default([]),
  within: placeId.optional(),
  parts: z.array(placeId).default([]).describe("Of an aggregate: the places counted together"),
  ...fact,
});
export const town = z.strictObject({
  id: idOf("town"),
  name: localizedText,
  aliases: z.array(text).default([]),
  within: placeId.optional(),
  parts: z.array(placeId).default([]),
  summary: localizedText.optional(),
  ...fact,
});
