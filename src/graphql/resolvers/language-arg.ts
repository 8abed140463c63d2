import { Arg } from "type-graphql";
import type { Language as Languages } from "../../domain/language.js";
import { Language } from "../types/enums.js";

/** The `language` argument, which many fields take: the language preferred, the other where the text lacks it. */
export function LanguageArg(otherwise: Languages): ReturnType<typeof Arg> {
  return Arg("language", () => Language, {
    defaultValue: otherwise,
    description: "The language preferred; the other one where the text lacks it.",
  });
}
