import { Field, InterfaceType, ObjectType } from "type-graphql";
import type { StatedCitation as CitationRecord } from "../../domain/citation.js";
import { Citation } from "./evidence.js";
import { Entity, Node, typeNameOf } from "./node.js";

@InterfaceType({
  implements: [Node, Entity],
  resolveType: typeNameOf,
  description:
    "A town of the study, or any other place. An `AGGREGATE` is a set of places that a table counts together: its `parts` are its members.",
})
export abstract class Place extends Entity {
  @Field(() => [String], { description: "Every other form in which the source writes its name." })
  aliases!: readonly string[];
}

@ObjectType({
  implements: [Node, Entity, Place],
  description:
    "Any place that is not one of the towns studied: a site, a municipality, a county, a country, a set of them.",
})
export class Area extends Place {
  @Field(() => [Citation], { description: "Where it is named." })
  citations!: readonly CitationRecord[];
}
