import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { bibtexOf } from "../../domain/bibtex.js";
import { type Citation as CitationRecord, locator, placeInSource } from "../../domain/citation.js";
import type { Claim as ClaimRecord, Section as SectionRecord, Source as SourceRecord } from "../../domain/entity.js";
import type { Reading } from "../../knowledge/buckets.js";
import { countCited, listCited, listTables } from "../../knowledge/lists.js";
import type { Context } from "../context.js";
import { pageRead } from "../page.js";
import { NodeConnection } from "../types/connections.js";
import { Citation, Claim, Section, Source } from "../types/evidence.js";
import { Entity } from "../types/node.js";
import { Person } from "../types/person.js";
import { Table } from "../types/statistics.js";
import { Town } from "../types/town.js";
import { CitedArgs } from "./arguments.js";
import { required, requiredAll } from "./required.js";

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Source, { description: "The source cited." })
  source(@Root() { source }: CitationRecord, @Ctx() { loaders }: Context) {
    return required(loaders, source);
  }

  @FieldResolver(() => String, {
    description: "The place as a person would cite it: `p. 86, table 4.2`; empty for the source as a whole.",
  })
  locator(@Root() citation: CitationRecord) {
    return locator(citation);
  }
}

@Resolver(() => Source)
export class SourceResolver {
  @FieldResolver(() => String, { description: "A BibTeX entry for it." })
  bibtex(@Root() source: SourceRecord) {
    return bibtexOf(source);
  }

  @FieldResolver(() => NodeConnection, {
    description:
      "What rests on a page or table of it, or on any where none is given, by id: nodes whose own record is cited there.",
  })
  async cited(
    @Root() { id }: SourceRecord,
    @Args(() => CitedArgs) { page, table, first, after }: CitedArgs,
    @Ctx() { reader }: Context,
  ) {
    const place = placeInSource({ source: id, page: page ?? null, table: table ?? null });
    const name = `cited in ${place}`;
    const read = ({ begins, limit }: Reading) => listCited(reader, place, { after: begins?.id ?? null, limit });
    return pageRead(
      name,
      read,
      { first, after },
      {
        placeOf: ({ id: key }) => ({ key: 0, id: key }),
        nodeOf: (node) => node,
        totalCount: () => countCited(reader, place),
      },
    );
  }

  @FieldResolver(() => [Table], { description: "Its tables and figures." })
  async tables(@Root() { id }: SourceRecord, @Ctx() { reader }: Context) {
    return (await listTables(reader)).filter(({ source }) => source === id);
  }
}

@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver(() => [Person], { description: "Who wrote it; empty where the source does not say." })
  authors(@Root() { authors }: SectionRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, authors);
  }

  @FieldResolver(() => [Town], { description: "The studied towns that it is about." })
  towns(@Root() { towns }: SectionRecord, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, towns);
  }
}

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => Entity, { description: "What it is claimed of." })
  subject(@Root() { subject }: ClaimRecord, @Ctx() { loaders }: Context) {
    return required(loaders, subject);
  }
}
