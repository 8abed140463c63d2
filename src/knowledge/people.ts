import type { Person } from "../domain/entity.js";
import type { RoleKind } from "../domain/vocabulary.js";
import type { Reader, Row } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { type Reading, wholeListOf } from "./buckets.js";
import { entityOf } from "./entity.js";
import { record, text } from "./properties.js";

/** A person, with the key that people are listed by. */
export interface ListedPerson {
  readonly person: Person;
  readonly sortName: string;
}

/** In which organizations people have a role: in one, in those of a town, or both; at least one of them is given. */
export interface RolesIn {
  readonly organization: string | null;
  readonly town: string | null;
}

type Kinds = readonly RoleKind[] | null;

const ofOrganization = statement("list/people-of-organization");
const ofTown = statement("list/people-of-town");
const all = wholeListOf({ label: "Person", keyProperty: "sortName", where: statement("person/where"), make: listed });

/** All people with a role somewhere, by name. Kinds of role that are null are all. */
export async function listPeople(
  reader: Reader,
  { organization, town }: RolesIn,
  kinds: Kinds,
): Promise<readonly ListedPerson[]> {
  const rows =
    organization === null
      ? await reader.read(ofTown, { town, kinds })
      : await reader.read(ofOrganization, { organization, town, kinds });
  return rows.map(listed);
}

/** People by name, from a place on. Of kinds that are null, also those without any role. */
export function readPeople(reader: Reader, kinds: Kinds, reading: Reading): Promise<readonly ListedPerson[]> {
  return all.read(reader, { kinds }, reading);
}

export function countPeople(reader: Reader, kinds: Kinds): Promise<number> {
  return all.count(reader, { kinds });
}

function listed(row: Row): ListedPerson {
  const entity = record(row, "record");
  return { person: entityOf(entity) as Person, sortName: text(entity, "sortName") };
}
