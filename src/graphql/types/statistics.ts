import { Field, Float, Int, ObjectType } from "type-graphql";
import type { StatedCitation as CitationRecord } from "../../domain/citation.js";
import type { ComparisonCell as ComparisonCellRecord } from "../../domain/comparison.js";
import type {
  Activity as ActivityRecord,
  Category as CategoryRecord,
  Measure as MeasureRecord,
  Observation as ObservationRecord,
  Sector as SectorRecord,
  Table as TableRecord,
} from "../../domain/entity.js";
import type {
  GroupKey as GroupKeyRecord,
  ObservationGroup as ObservationGroupRecord,
} from "../../domain/observation-groups.js";
import { Certainty, ObservationDimension, TechnologyIntensity } from "./enums.js";
import { Citation } from "./evidence.js";
import { Entity, Node } from "./node.js";

@ObjectType({ description: "One row of the source's delimitation: a NACE class and what it counts as." })
export class Activity implements Pick<ActivityRecord, "nace" | "technologyIntensity" | "citations"> {
  @Field(() => String, { description: "The NACE class as printed: `33.2`." })
  nace!: string;

  @Field(() => TechnologyIntensity, {
    nullable: true,
    description: "Its technology intensity; null where the source gives none.",
  })
  technologyIntensity!: TechnologyIntensity | null;

  @Field(() => [Citation], { description: "Where it is written." })
  citations!: readonly CitationRecord[];
}

@ObjectType({
  implements: [Node, Entity],
  description: "A sector of industry as the source delimits it, or a group of sectors that its tables use.",
})
export class Sector extends Entity implements Pick<SectorRecord, "activities" | "citations"> {
  @Field(() => [Activity], { description: "The NACE classes in it; empty for a group of sectors." })
  activities!: readonly ActivityRecord[];

  @Field(() => [Citation], { description: "Where it is written of." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ description: "What is counted or rated: `employment`, in persons." })
export class Measure implements Pick<MeasureRecord, "id" | "unit" | "observationCount"> {
  @Field(() => String, { description: "Its name in filters: `employment`." })
  id!: string;

  @Field(() => String, { description: "The unit of its values: `persons`, `percent`, `NOK million`." })
  unit!: string;

  @Field(() => Int, { description: "How many observations there are of it." })
  observationCount!: number;
}

@ObjectType({ description: "One classification that a cell falls under: `size class`: `10-30`." })
class Category implements CategoryRecord {
  @Field(() => String, { description: "What the classification is by: `size class`." })
  dimension!: string;

  @Field(() => String, { description: "The class: `10-30`." })
  value!: string;

  @Field(() => Boolean, { description: "Whether the cell is the sum over the others of this dimension." })
  total!: boolean;
}

@ObjectType({ implements: [Node, Entity], description: "A table or figure of a source." })
export class Table extends Entity implements Pick<TableRecord, "number" | "citations"> {
  @Field(() => String, { description: "Its number as printed: `v.4`." })
  number!: string;

  @Field(() => [Citation], { description: "Where it stands." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ implements: [Node, Entity], description: "One cell of a table, or one figure in the text." })
export class Observation
  extends Entity
  implements
    Pick<
      ObservationRecord,
      | "measure"
      | "row"
      | "column"
      | "categories"
      | "value"
      | "valueText"
      | "unit"
      | "valueAtLeast"
      | "valueAtMost"
      | "missing"
      | "note"
      | "citations"
    >
{
  @Field(() => String, { description: "What is counted or rated: the id of a measure, such as `employment`." })
  measure!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Its row in the printed table, counted from 1; null for a figure in the text.",
  })
  row!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its column in the printed table, counted from 1; null for a figure in the text.",
  })
  column!: number | null;

  @Field(() => [Category], {
    description: "The classifications that it falls under, beside place, sector and organization.",
  })
  categories!: readonly CategoryRecord[];

  @Field(() => Float, {
    nullable: true,
    description: "The value, in `unit`; null where there is none, or it is a range or words.",
  })
  value!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The value in the source's words, where a number does not say it all: `about 40`, `(+)`.",
  })
  valueText!: string | null;

  @Field(() => String, { description: "The unit of the value: `persons`, `percent`, `NOK million`." })
  unit!: string;

  @Field(() => Float, { nullable: true, description: "The lower bound of a range; `value` is null then." })
  valueAtLeast!: number | null;

  @Field(() => Float, { nullable: true, description: "The upper bound of a range; `value` is null then." })
  valueAtMost!: number | null;

  @Field(() => String, { nullable: true, description: "Why there is no value; null where there is one." })
  missing!: string | null;

  @Field(() => Certainty, { description: "What it rests on." })
  certainty!: Certainty;

  @Field(() => String, { nullable: true, description: "Words that qualify it; null where none are needed." })
  note!: string | null;

  @Field(() => [Citation], { description: "Where it stands." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ description: "What the observations of a group have in common." })
export class GroupKey implements GroupKeyRecord {
  @Field(() => ObservationDimension, { description: "What they are grouped by." })
  dimension!: ObservationDimension;

  @Field(() => String, { description: "The id or text that they have in common; empty where they have none." })
  value!: string;
}

@ObjectType({
  description:
    "Observations that have something in common. Groups are always split by measure and unit. `sum` and `mean` are null where they would mislead, and `notSummed` says why: totals beside their parts, overlapping scopes, several dates or tables, shares.",
})
export class ObservationGroup implements ObservationGroupRecord {
  @Field(() => [GroupKey], { description: "What they have in common, in the order of the question." })
  keys!: readonly GroupKeyRecord[];

  @Field(() => String, { description: "Their measure." })
  measure!: string;

  @Field(() => String, { description: "Their unit." })
  unit!: string;

  @Field(() => Int, { description: "How many there are." })
  count!: number;

  @Field(() => Float, { nullable: true, description: "Their sum; null where it would mislead." })
  sum!: number | null;

  @Field(() => Float, { nullable: true, description: "The least exact value; null where there is none." })
  min!: number | null;

  @Field(() => Float, { nullable: true, description: "The greatest exact value; null where there is none." })
  max!: number | null;

  @Field(() => Float, { nullable: true, description: "The mean; null where a sum would mislead." })
  mean!: number | null;

  @Field(() => String, { nullable: true, description: "Why there is no sum; null where there is one." })
  notSummed!: string | null;

  @Field(() => [Citation], { description: "Where the observations stand, each place once." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ description: "A measure in one place at two dates." })
export class ComparisonCell implements Pick<
  ComparisonCellRecord,
  "change" | "changePercent" | "index" | "missing" | "definitionsDiffer"
> {
  @Field(() => Float, {
    nullable: true,
    description: "The later value less the earlier one; null where one is missing.",
  })
  change!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The change in percent of the earlier value, to a tenth; null where that is missing or 0.",
  })
  changePercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: "The later value where the earlier one is 100, to a tenth; null where that is missing or 0.",
  })
  index!: number | null;

  @Field(() => String, { nullable: true, description: "Why there is no change; null where there is one." })
  missing!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it is from another table than the other rows, or its two values are defined in different ways.",
  })
  definitionsDiffer!: boolean;

  @Field(() => Observation, {
    nullable: true,
    description: "What is observed at the earlier date; null where nothing is.",
  })
  from!: ObservationRecord | null;

  @Field(() => Observation, {
    nullable: true,
    description: "What is observed at the later date; null where nothing is.",
  })
  to!: ObservationRecord | null;
}

@ObjectType({ description: "One row of a comparison: a sector or class, or all of the measure." })
export class ComparisonRow {
  @Field(() => [ComparisonCell], { description: "A cell for each place, in the same order in every row." })
  cells!: readonly ComparisonCellRecord[];
}

@ObjectType({
  description: "A measure in several places at two dates. A cell that cannot be compared says why.",
})
export class TownComparison {
  @Field(() => String, { description: "The measure." })
  measure!: string;

  @Field(() => String, { description: "Its unit; empty where there is no such measure." })
  unit!: string;

  @Field(() => [ComparisonRow], { description: "The sectors or classes of the table, in its order." })
  rows!: readonly ComparisonRow[];
}
