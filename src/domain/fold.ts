const norwegian: Readonly<Record<string, string>> = {
  æ: "ae",
  ø: "o",
  å: "a",
  ä: "ae",
  ö: "o",
  ð: "d",
  þ: "th",
  ß: "ss",
};

/**
 * Text as it is compared when something is looked for: case, accents and the Norwegian letters folded (Ørmen is ormen,
 * Ås, Aas and As are as), and whatever is no letter or digit taken as a space.
 */
export function fold(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[æøåäöðþß]/g, (letter) => norwegian[letter] ?? letter)
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("aa", "a")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
