import { Field, Int, ObjectType } from "type-graphql";
import type { StatedCitation as CitationRecord } from "../../domain/citation.js";
import type { HistoricalDate as HistoricalDateRecord } from "../../domain/historical-date.js";
import type { Period as PeriodRecord } from "../../domain/period.js";
import { Certainty, ParticipantRole } from "./enums.js";
import { Citation } from "./evidence.js";
import { Entity, Node } from "./node.js";
import { HistoricalDate, Period } from "./time.js";

@ObjectType({
  implements: [Node, Entity],
  description:
    "A period in a town's history. Each division of history that a source makes is kept; phases may overlap and contain others.",
})
export class Phase extends Entity {
  @Field(() => Int, {
    nullable: true,
    description: "Its place in its division, counted from 1; null where the division has no order.",
  })
  ordinal!: number | null;

  @Field(() => Period, { description: "When it was." })
  period!: PeriodRecord;

  @Field(() => Certainty, { description: "What it rests on." })
  certainty!: Certainty;

  @Field(() => [Citation], { description: "Where it is written of." })
  citations!: readonly CitationRecord[];
}

@ObjectType({
  implements: [Node, Entity],
  description: "A dated happening: a founding, a break-up, an acquisition, a contract.",
})
export class Event extends Entity {
  @Field(() => HistoricalDate, { nullable: true, description: "When it happened; null where the source does not say." })
  date!: HistoricalDateRecord | null;

  @Field(() => Certainty, { description: "What it rests on." })
  certainty!: Certainty;

  @Field(() => [Citation], { description: "Where it is written of." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ description: "Someone's part in an event." })
export class Participant {
  @Field(() => ParticipantRole, { description: "As what." })
  role!: ParticipantRole;
}
