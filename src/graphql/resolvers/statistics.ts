import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type {
  Measure as MeasureRecord,
  Observation as ObservationRecord,
  Table as TableRecord,
} from "../../domain/entity.js";
import { Language as Languages, inLanguage, listInLanguage } from "../../domain/language.js";
import { type KnownPeriod, parsePeriod, throughout } from "../../domain/period.js";
import { listMeasures } from "../../knowledge/lists.js";
import type { Context } from "../context.js";
import { ObservationConnection } from "../types/connections.js";
import { Source } from "../types/evidence.js";
import { Organization } from "../types/organization.js";
import { Place } from "../types/place.js";
import { Measure, Observation, Sector, Table } from "../types/statistics.js";
import { Period } from "../types/time.js";
import { PageArgs } from "./arguments.js";
import { observationPage } from "./observation-list.js";
import { required } from "./required.js";
import { LanguageArg } from "./language-arg.js";

@Resolver(() => Observation)
export class ObservationResolver {
  @FieldResolver(() => Table, {
    nullable: true,
    description: "The table it is a cell of; null for a figure in the text.",
  })
  table(@Root() { table }: ObservationRecord, @Ctx() { loaders }: Context) {
    return table === null ? null : required(loaders, table);
  }

  @FieldResolver(() => Place, { nullable: true, description: "The place it is about; null where it is about none." })
  place(@Root() { place }: ObservationRecord, @Ctx() { loaders }: Context) {
    return place === null ? null : required(loaders, place);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The organization it is about; null where it is about none.",
  })
  organization(@Root() { organization }: ObservationRecord, @Ctx() { loaders }: Context) {
    return organization === null ? null : required(loaders, organization);
  }

  @FieldResolver(() => Sector, { nullable: true, description: "The sector it is about; null where it is about none." })
  sector(@Root() { sector }: ObservationRecord, @Ctx() { loaders }: Context) {
    return sector === null ? null : required(loaders, sector);
  }

  @FieldResolver(() => Period, {
    description: "The year it is of, such as `2005`, or for a change the years it lies between.",
  })
  period(@Root() { period, interval }: ObservationRecord): KnownPeriod {
    // A year is a period that begins and ends in it, and is over the whole of it.
    const parsed = period.includes("/") ? parsePeriod(period) : { ...parsePeriod(`${period}/${period}`), edtf: period };
    return { ...parsed, bounds: throughout(interval) };
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What exactly is counted, where the source's tables differ; null where its measure says it all.",
  })
  async definition(
    @Root() { definition, table: id }: ObservationRecord,
    @LanguageArg(Languages.EN) language: Languages,
    @Ctx() { loaders }: Context,
  ) {
    const own = inLanguage(definition, language);
    if (own !== null || id === null) return own;
    const table = await required(loaders, id);
    return table.kind === "TABLE" ? inLanguage(table.definition, language) : null;
  }
}

@Resolver(() => Table)
export class TableResolver {
  @FieldResolver(() => Source, { description: "The source it stands in." })
  source(@Root() { source }: TableRecord, @Ctx() { loaders }: Context) {
    return required(loaders, source);
  }

  @FieldResolver(() => String, { description: "Its title." })
  title(@Root() { title, number }: TableRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(title, language) ?? number;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What its cells count; null where its measures say it all.",
  })
  definition(@Root() { definition }: TableRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(definition, language);
  }

  @FieldResolver(() => [String], {
    description: "What makes its figures not comparable over time or with other tables.",
  })
  breaks(@Root() { breaks }: TableRecord, @LanguageArg(Languages.EN) language: Languages) {
    return listInLanguage(breaks, language);
  }

  @FieldResolver(() => [String], {
    description:
      "What its cells are told apart by: `place`, `sector`, `organization`, `period`, and classifications of its own.",
  })
  async dimensions(@Root() { id }: TableRecord, @Ctx() { loaders }: Context) {
    const cells = await loaders.cells.load(id);
    const own = cells.flatMap(({ categories }) => categories.map(({ dimension }) => dimension));
    const common = (["place", "sector", "organization"] as const).filter((name) =>
      cells.some((cell) => cell[name] !== null),
    );
    return [...new Set([...common, "period", ...own])];
  }

  @FieldResolver(() => [Measure], { description: "What it counts or rates." })
  async measures(@Root() { id }: TableRecord, @Ctx() { loaders, reader }: Context) {
    const cells = await loaders.cells.load(id);
    const used = new Set(cells.map(({ measure }) => measure));
    return (await listMeasures(reader)).filter((measure) => used.has(measure.id));
  }

  @FieldResolver(() => ObservationConnection, { description: "Its cells, row by row." })
  observations(@Root() { id }: TableRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return observationPage(context, null, { tables: [id] }, page);
  }
}

@Resolver(() => Measure)
export class MeasureResolver {
  @FieldResolver(() => String, { description: "Its name." })
  name(@Root() { name, id }: MeasureRecord, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(name, language) ?? id;
  }
}
