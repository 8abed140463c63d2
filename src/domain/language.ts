/** ISO 639-1 codes of the two languages of the graph: Norwegian Bokmål, the sources' own, and English. */
export const Language = { NB: "NB", EN: "EN" } as const;
export type Language = (typeof Language)[keyof typeof Language];

/** A text in one or both languages. */
export interface LocalizedText {
  readonly nb?: string | undefined;
  readonly en?: string | undefined;
}

/** Several texts, in one or both languages. */
export interface LocalizedList {
  readonly nb?: readonly string[] | undefined;
  readonly en?: readonly string[] | undefined;
}

/** The text in the language asked for; the other where there is none; null where there is neither. */
export function inLanguage(text: LocalizedText | undefined, language: Language): string | null {
  const [first, second] = language === Language.EN ? [text?.en, text?.nb] : [text?.nb, text?.en];
  return first ?? second ?? null;
}

/** The list in the language asked for; the other where that is empty. */
export function listInLanguage(list: LocalizedList | undefined, language: Language): readonly string[] {
  const [first, second] = language === Language.EN ? [list?.en, list?.nb] : [list?.nb, list?.en];
  return first !== undefined && first.length > 0 ? first : (second ?? []);
}
