import { Field, Int, ObjectType } from "type-graphql";
import type { DatasetDescription } from "../../knowledge/dataset.js";

@ObjectType({ description: "How many records there are of a kind." })
class KindCount {
  @Field(() => String, { description: "The list of the dataset's files that they stand in: `firms`, `descents`." })
  kind!: string;

  @Field(() => Int, { description: "How many there are." })
  count!: number;
}

@ObjectType({ description: "What is loaded: one dataset, whole." })
export class Dataset implements Pick<DatasetDescription, "version" | "counts"> {
  @Field(() => String, { description: "Changes when, and only when, the data changes: a hash of the records." })
  version!: string;

  @Field(() => [KindCount], { description: "How many records there are of each kind." })
  counts!: DatasetDescription["counts"];
}
