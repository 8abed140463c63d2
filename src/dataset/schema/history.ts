import { z } from "zod";
import { EventKind, ParticipantRole } from "../../domain/vocabulary.js";
import { edtfDate, edtfPeriod, fact, idOf, localizedList, localizedText } from "./common.js";

export const phase = z.strictObject({
  id: idOf("phase"),
  division: localizedText.describe("The division of history it is part of"),
  ordinal: z.int().positive().optional().describe("Its place in the division"),
  within: idOf("phase").optional(),
  name: localizedText,
  towns: z.array(idOf("town")).default([]),
  period: edtfPeriod,
  drivers: localizedList.optional(),
  summary: localizedText.optional(),
  ...fact,
});

export const phaseMembership = z.strictObject({
  phase: idOf("phase"),
  members: z.array(idOf("firm", "institution", "unit", "group", "event")).min(1),
  ...fact,
});

export const event = z.strictObject({
  id: idOf("event"),
  kind: z.enum(EventKind),
  title: localizedText,
  summary: localizedText.optional(),
  date: edtfDate.optional(),
  towns: z.array(idOf("town")).default([]),
  participants: z
    .array(
      z.strictObject({
        role: z.enum(ParticipantRole),
        node: idOf("firm", "institution", "unit", "group", "person"),
      }),
    )
    .default([]),
  ...fact,
});
