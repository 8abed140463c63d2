import { z } from "zod";
import { id, idOf, localizedText } from "./common.js";
import { claim, contradiction, redirect, source } from "./evidence.js";
import { event, phase, phaseMembership } from "./history.js";
import { firm, group, institution, person, place, town, unit } from "./organization.js";
import {
  collaboration,
  descent,
  funding,
  location,
  membership,
  ownership,
  placement,
  role,
  supply,
  technologyTransfer,
} from "./relation.js";
import { measure, observation, sector, table } from "./statistics.js";

/** The lists that a dataset file may hold: any of them, in any file, so that a story can stand in one place. */
export const sections = {
  sources: source,
  places: place,
  towns: town,
  sectors: sector,
  firms: firm,
  institutions: institution,
  units: unit,
  groups: group,
  people: person,
  events: event,
  phases: phase,
  phaseMemberships: phaseMembership,
  descents: descent,
  ownerships: ownership,
  placements: placement,
  locations: location,
  supplies: supply,
  collaborations: collaboration,
  memberships: membership,
  fundings: funding,
  technologyTransfers: technologyTransfer,
  roles: role,
  measures: measure,
  tables: table,
  observations: observation,
  claims: claim,
  contradictions: contradiction,
  redirects: redirect,
} as const;

export type SectionName = keyof typeof sections;
export type RecordOf<Name extends SectionName> = z.output<(typeof sections)[Name]>;

const counts = z.partialRecord(z.enum(Object.keys(sections) as [SectionName, ...SectionName[]]), z.int().positive());

/** `dataset.yaml`, at the top of the dataset's folder. */
export const manifest = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: localizedText,
  description: localizedText,
  licence: z.string(),
  source: idOf("source").describe("The source of every citation that names none"),
  minimumCounts: counts.describe(
    "How many records of each section there are at the least: fewer means that something was lost",
  ),
  minimumCountsByTown: z
    .record(idOf("town"), counts)
    .default({})
    .describe("The same, of the records whose `town` or `towns` it is"),
  exceptions: z
    .array(
      z.strictObject({
        rule: z.string(),
        about: z.array(id).min(1).describe("The ids that the record in question names, its own included"),
        reason: z.string(),
      }),
    )
    .default([])
    .describe("What a rule finds and is right all the same. One that no longer excuses anything is a finding"),
  leftOut: z
    .array(z.strictObject({ name: z.string(), reason: z.string() }))
    .default([])
    .describe("Names of the source that are rightly in no record, for the check of coverage"),
});
export type Manifest = z.output<typeof manifest>;

/** Any other YAML file of the folder. */
export const dataFile = z.strictObject(
  Object.fromEntries(Object.entries(sections).map(([name, record]) => [name, z.array(record).optional()])),
);

