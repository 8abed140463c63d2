import { Field, ObjectType } from "type-graphql";
import type { Gap as GapRecord } from "../../domain/gap.js";
import { GapKind } from "./enums.js";
import { Period } from "./time.js";

@ObjectType({ description: "What the graph does not know of a node, for those who want to find out." })
export class Gap implements Pick<GapRecord, "kind"> {
  @Field(() => GapKind, { description: "What is not known." })
  kind!: GapKind;

  @Field(() => Period, {
    nullable: true,
    description: "The time for which it is not known; null where it is known for none, or has no time.",
  })
  period!: GapRecord["period"];
}
