import { z } from "zod";
import {
  CollaborationForm,
  Continuity,
  LocationUse,
  Mechanism,
  MembershipRole,
  RoleKind,
  TransferKind,
} from "../../domain/vocabulary.js";
import { datedFact, edtfDate, fact, idOf, localizedText, organizationId, placeId } from "./common.js";

const percent = z.number().min(0).max(100);

export const descent = z.strictObject({
  predecessor: organizationId,
  successor: organizationId,
  mechanism: z.enum(Mechanism),
  continuity: z.array(z.enum(Continuity)).default([]).describe("What carried over, where the source says it"),
  date: edtfDate.optional(),
  through: idOf("unit").optional().describe("The division, department or plant that became the successor"),
  event: idOf("event").optional(),
  ...fact,
});

export const ownership = z
  .strictObject({
    owner: idOf("firm", "institution", "unit", "group", "person"),
    owned: organizationId,
    share: percent.optional().describe("Percent, where the source gives it exactly"),
    shareAtLeast: percent.optional().describe("A majority is at least 50"),
    shareAtMost: percent.optional(),
    ...datedFact,
  })
  .refine((value) => value.share === undefined || (value.shareAtLeast ?? value.shareAtMost) === undefined, {
    error: "expected share, or shareAtLeast and shareAtMost, not both",
    path: ["share"],
  })
  .superRefine(({ shareAtLeast = 0, shareAtMost = 100 }, context) => {
    if (shareAtLeast <= shareAtMost) return;
    const message = `expected no more than shareAtMost, ${shareAtMost}; got ${shareAtLeast}`;
    context.addIssue({ code: "custom", message, path: ["shareAtLeast"] });
  });

export const placement = z.strictObject({ unit: idOf("unit"), parent: organizationId, ...datedFact });

export const location = z.strictObject({
  organization: organizationId,
  place: placeId,
  use: z.enum(LocationUse).optional(),
  host: organizationId.optional().describe("The park, centre or campus whose tenant it is"),
  ...datedFact,
});

export const supply = z.strictObject({
  supplier: organizationId,
  customer: organizationId,
  what: localizedText.optional(),
  ...datedFact,
});

export const collaboration = z.strictObject({
  parties: z.array(organizationId).min(2),
  form: z.enum(CollaborationForm),
  about: localizedText.optional(),
  ...datedFact,
});

export const membership = z.strictObject({
  member: organizationId,
  body: idOf("institution"),
  as: z.enum(MembershipRole).default("MEMBER"),
  ...datedFact,
});

export const funding = z.strictObject({
  funder: organizationId,
  recipient: organizationId,
  what: localizedText.optional(),
  amount: idOf("observation").optional(),
  ...datedFact,
});

export const technologyTransfer = z.strictObject({
  from: organizationId,
  recipient: organizationId,
  kind: z.enum(TransferKind),
  what: localizedText.optional(),
  ...datedFact,
});

export const role = z.strictObject({
  person: idOf("person"),
  organization: organizationId,
  kind: z.enum(RoleKind),
  role: localizedText.describe("In the source's words"),
  ...datedFact,
});
