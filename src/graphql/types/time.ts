import { Field, ObjectType } from "type-graphql";
import type { HistoricalDate as HistoricalDateRecord } from "../../domain/historical-date.js";
import type { DatedName as DatedNameRecord } from "../../domain/organization.js";
import type { Period as PeriodRecord } from "../../domain/period.js";
import { Edtf } from "../scalars/edtf.js";
import { Certainty, Language } from "./enums.js";
import { Citation } from "./evidence.js";

@ObjectType({ description: "A date as precise as its source. Nothing is rounded." })
export class HistoricalDate implements Pick<HistoricalDateRecord, "edtf"> {
  @Field(() => Edtf, {
    description: "The date in EDTF: `1987`, `198X`, `1980~`; two with a slash mean some time within.",
  })
  edtf!: string;
}

@ObjectType({ description: "Something with a start and an end, each as precise as its source." })
export class Period implements Pick<PeriodRecord, "edtf" | "start" | "end"> {
  @Field(() => Edtf, {
    description: "The period in EDTF: `1987/2001`; an end that is open is `..`, an unknown one is left out.",
  })
  edtf!: string;

  @Field(() => HistoricalDate, { nullable: true, description: "When it began; null where that is unknown or open." })
  start!: HistoricalDateRecord | null;

  @Field(() => HistoricalDate, {
    nullable: true,
    description: "When it ended; null where that is unknown or it goes on.",
  })
  end!: HistoricalDateRecord | null;
}

@ObjectType({ description: "A name, and when it was in use." })
export class DatedName implements Pick<DatedNameRecord, "name" | "language" | "period" | "certainty" | "citations"> {
  @Field(() => String, { description: "The name as the source writes it." })
  name!: string;

  @Field(() => Language, { description: "The language it is in." })
  language!: Language;

  @Field(() => Period, { nullable: true, description: "When it was in use; null where the source does not say." })
  period!: PeriodRecord | null;

  @Field(() => Certainty, { description: "What it rests on." })
  certainty!: Certainty;

  @Field(() => [Citation], { description: "Where it is written." })
  citations!: DatedNameRecord["citations"];
}
