import { Arg, FieldResolver, Int, Resolver, Root } from "type-graphql";
import {
  type HistoricalDate as HistoricalDateRecord,
  dateInWords,
  earliestYear,
  latestYear,
} from "../../domain/historical-date.js";
import { Language as Languages } from "../../domain/language.js";
import { type KnownPeriod, type Period as PeriodRecord, boundsOf, held, parseInterval } from "../../domain/period.js";
import { Edtf } from "../scalars/edtf.js";
import { Truth } from "../types/enums.js";
import { HistoricalDate, Period } from "../types/time.js";
import { LanguageArg } from "./language-arg.js";

@Resolver(() => HistoricalDate)
export class HistoricalDateResolver {
  @FieldResolver(() => Int, { nullable: true, description: "The first year in which it may have been." })
  earliestYear(@Root() date: HistoricalDateRecord) {
    return earliestYear(date);
  }

  @FieldResolver(() => Int, { nullable: true, description: "The last year in which it may have been." })
  latestYear(@Root() date: HistoricalDateRecord) {
    return latestYear(date);
  }

  @FieldResolver(() => String, { description: "The date in words: `about 1980`, `the 1980s`, `2 June 1987`." })
  text(@Root() date: HistoricalDateRecord, @LanguageArg(Languages.EN) language: Languages) {
    return dateInWords(date, language);
  }
}

@Resolver(() => Period)
export class PeriodResolver {
  @FieldResolver(() => Truth, {
    description: "Whether it lasted throughout a date, with what is observed in between taken into account.",
  })
  covers(
    @Root() period: PeriodRecord | KnownPeriod,
    @Arg("at", () => Edtf, { description: "The date in question." }) at: string,
  ): Truth {
    return held("bounds" in period ? period.bounds : boundsOf(period), parseInterval(at));
  }
}
