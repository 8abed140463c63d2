import { Field, ID, InterfaceType } from "type-graphql";
import type { Entity as EntityRecord } from "../../domain/entity.js";
import type { NodeKind } from "../../domain/vocabulary.js";

const typeNames: Readonly<Record<NodeKind, string>> = {
  TOWN: "Town",
  PLACE: "Area",
  FIRM: "Firm",
  INSTITUTION: "Institution",
  UNIT: "Unit",
  GROUP: "Group",
  PERSON: "Person",
  PHASE: "Phase",
  EVENT: "Event",
  SECTOR: "Sector",
  TABLE: "Table",
  OBSERVATION: "Observation",
  CONTRADICTION: "Contradiction",
  SOURCE: "Source",
};

/** The object type of a node of the domain, for interfaces and unions. */
export function typeNameOf({ kind }: Pick<EntityRecord, "kind">): string {
  return typeNames[kind];
}

@InterfaceType({
  description: "Anything with an id of its own: a readable path such as `firm/sensonor`, which never changes.",
  resolveType: typeNameOf,
})
export abstract class Node {
  @Field(() => ID, {
    description: "A readable path that never changes. A merged or renamed id leads on to its successor.",
  })
  id!: string;
}

@InterfaceType({
  implements: Node,
  description: "Anything with a title to show: a name, an event's title, a cell's measure and value.",
  resolveType: typeNameOf,
})
export abstract class Entity extends Node {}
