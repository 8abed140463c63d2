import { Field, Int, ObjectType } from "type-graphql";
import type { StatedCitation as CitationRecord } from "../../domain/citation.js";
import type {
  Claim as ClaimRecord,
  Contradiction as ContradictionRecord,
  Section as SectionRecord,
  Source as SourceRecord,
} from "../../domain/entity.js";
import { Certainty, ClaimRank } from "./enums.js";
import { Entity, Node } from "./node.js";

@ObjectType({ description: "A place in a source." })
export class Citation implements Omit<CitationRecord, "source"> {
  @Field(() => Int, { nullable: true, description: "The printed page; null for the source as a whole." })
  page!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of the table as printed, such as `4.2`; null where it is in none.",
  })
  table!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of the figure as printed; null where it is in none.",
  })
  figure!: string | null;

  @Field(() => Int, { nullable: true, description: "The number of the footnote as printed; null where it is in none." })
  footnote!: number | null;

  @Field(() => String, {
    description:
      "File and line of the dataset that states what this is cited for, such as `horten/history.yaml:12`; lines are those of the load that brought this version.",
  })
  statedAt!: string;
}

/** What every fact has. */
@ObjectType()
export abstract class Fact {
  @Field(() => Certainty, {
    description: "What it rests on: whether the source says it, or it is inferred or disputed.",
  })
  certainty!: Certainty;

  @Field(() => [Citation], { description: "Where it is written; at least one place." })
  citations!: readonly CitationRecord[];
}

/** A fact that words may qualify. */
@ObjectType()
export abstract class NotedFact extends Fact {
  @Field(() => String, {
    nullable: true,
    description: "Words that qualify it, or from what it is inferred; null where none are needed.",
  })
  note!: string | null;
}

@ObjectType({ description: "A chapter or section of a source." })
export class Section implements Pick<SectionRecord, "number" | "title" | "pageFrom" | "pageTo"> {
  @Field(() => String, { description: "Its number as printed, such as `4.2`." })
  number!: string;

  @Field(() => String, { description: "Its title as printed." })
  title!: string;

  @Field(() => Int, { nullable: true, description: "Its first page; null where it is not known." })
  pageFrom!: number | null;

  @Field(() => Int, { nullable: true, description: "Its last page; null where it is not known." })
  pageTo!: number | null;
}

@ObjectType({ implements: [Node, Entity], description: "What facts are cited from: a report, a book." })
export class Source extends Entity implements Pick<SourceRecord, "title" | "year" | "publisher"> {
  @Field(() => String, { description: "Its title as printed." })
  title!: string;

  @Field(() => [String], { description: "Its authors, family name first." })
  authors!: readonly string[];

  @Field(() => Int, { description: "The year of publication." })
  year!: number;

  @Field(() => String, { nullable: true, description: "Who published it; null where that is not known." })
  publisher!: string | null;

  @Field(() => [Section], { description: "Its chapters and sections, with their authors." })
  sections!: SourceRecord["sections"];
}

@ObjectType({ description: "One of several values that a source gives for a property, or that sources give." })
export class Claim implements Pick<ClaimRecord, "property" | "value" | "rank" | "note"> {
  @Field(() => String, { description: "What is claimed of the subject: `founded`, `owner`, `employment`." })
  property!: string;

  @Field(() => String, { description: "The value, as the source has it." })
  value!: string;

  @Field(() => ClaimRank, { description: "How it stands among its rivals." })
  rank!: ClaimRank;

  @Field(() => String, { nullable: true, description: "Words that qualify it; null where none are needed." })
  note!: string | null;

  @Field(() => [Citation], { description: "Where it is written." })
  citations!: readonly CitationRecord[];
}

@ObjectType({ implements: [Node, Entity], description: "Two or more statements that cannot all be right, and why." })
export class Contradiction extends Entity implements Pick<ContradictionRecord, "citations"> {
  @Field(() => [Citation], { description: "Where the statements stand." })
  citations!: readonly CitationRecord[];
}
