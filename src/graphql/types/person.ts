import { Field, ObjectType } from "type-graphql";
import type { Person as PersonRecord } from "../../domain/entity.js";
import { Citation } from "./evidence.js";
import { Entity, Node } from "./node.js";

@ObjectType({
  implements: [Node, Entity],
  description:
    "A founder, director, researcher, politician, author or informant named in a source, in the public role that it gives.",
})
export class Person extends Entity implements Pick<PersonRecord, "name" | "aliases" | "citations"> {
  @Field(() => String, { description: "The fullest form of the name in the source." })
  name!: string;

  @Field(() => [String], { description: "Every other form in which the source writes it." })
  aliases!: readonly string[];

  @Field(() => [Citation], { description: "Where the person is named." })
  citations!: PersonRecord["citations"];
}
