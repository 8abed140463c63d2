import { Field, ObjectType } from "type-graphql";
import type { StatedCitation as CitationRecord } from "../../domain/citation.js";
import { Citation } from "./evidence.js";
import { Entity, Node } from "./node.js";
import { Place } from "./place.js";

@ObjectType({
  implements: [Node, Entity, Place],
  description:
    "One of the towns studied. Its municipality and its economic region are places of their own: statistics say which they count.",
})
export class Town extends Place {
  @Field(() => [Citation], { description: "Where it is named." })
  citations!: readonly CitationRecord[];
}
