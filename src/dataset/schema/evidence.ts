import { z } from "zod";
import { ClaimRank } from "../../domain/vocabulary.js";
import { fact, id, idOf, localizedText, locators, text } from "./common.js";

const claimOf = {
  subject: id,
  property: text.describe("What is claimed of it: founded, owner, employment …"),
  value: text,
  rank: z.enum(ClaimRank).default("NORMAL").describe("PREFERRED is the value that stands on the record"),
  note: text.optional(),
  cite: locators,
  source: idOf("source").optional(),
};

export const claim = z.strictObject(claimOf);

export const contradiction = z.strictObject({
  id: idOf("contradiction"),
  about: z.array(id).min(1),
  explanation: localizedText.describe("One sentence on why the values cannot all hold"),
  claims: z.array(claim).min(2),
  source: fact.source,
});

export const source = z.strictObject({
  id: idOf("source"),
  title: text,
  authors: z.array(text).min(1).describe("Family name, given names"),
  year: z.int(),
  publisher: text.optional(),
  series: text.optional(),
  number: text.optional(),
  pages: z.strictObject({ from: z.int(), to: z.int() }).describe("First and last page that can be cited"),
  sections: z
    .array(
      z.strictObject({
        number: text,
        title: text,
        authors: z.array(idOf("person")).default([]),
        pageFrom: z.int().optional(),
        pageTo: z.int().optional(),
        towns: z.array(idOf("town")).default([]),
      }),
    )
    .default([]),
});

export const redirect = z.strictObject({ from: id, to: id });
