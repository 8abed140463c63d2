import { distance } from "fastest-levenshtein";
import { fold } from "./fold.js";

const legalForms: ReadonlySet<string> = new Set([
  "as",
  "asa",
  "ab",
  "ba",
  "ans",
  "da",
  "gmbh",
  "inc",
  "ltd",
  "plc",
  "bv",
  "oy",
  "a s",
]);

/** The words of a name that tell it from others: folded, and without its legal form. */
export function namingWords(name: string): readonly string[] {
  const words = fold(name.replaceAll(/\bA\/S\b/gi, "as")).split(" ");
  const naming = words.filter((word) => !legalForms.has(word));
  return naming.length > 0 ? naming : words;
}

/**
 * How well a name answers what was typed, from 0 to 1. 1: the same letters but for case; 0.98: the same when folded and
 * without legal forms; below 0.95: it begins so; below 0.9: each typed word begins one of its words; below 0.8: each is
 * within one or two letters of one of its words.
 */
export function similarity(typed: string, name: string): number {
  if (isSpeltAlike(typed, name)) return scoreOfSpeltAlike;
  const wanted = namingWords(typed);
  const words = namingWords(name);
  if (wanted.join("") === words.join("")) return scoreOfSameLetters;
  const [wantedText, text] = [wanted.join(" "), words.join(" ")];
  const fits = wanted.map((word) => Math.max(...words.map((each) => wordFit(word, each))));
  return likeness({
    begins: text.startsWith(wantedText),
    weakest: Math.min(...fits),
    share: fits.filter((fit) => fit > 0).length / fits.length,
    covered: Math.min(1, wantedText.length / text.length),
  });
}

export const scoreOfSpeltAlike = 1;
/** Of names whose naming words have the same letters, wherever they are parted. */
export const scoreOfSameLetters = 0.98;
/** What a name scores at the most where some typed words fit none of its words, for each part of them that does. */
const scoreOfShare = 0.4;

export function isSpeltAlike(typed: string, name: string): boolean {
  return typed.normalize("NFC").toLowerCase() === name.normalize("NFC").toLowerCase();
}

/** How what was typed compares to a name of other letters. */
export interface Comparison {
  /** Whether the name's words begin with all that was typed. */
  readonly begins: boolean;
  /** The fit of the typed word that fits worst. */
  readonly weakest: number;
  /** How large a part of the typed words fits at all, from 0 to 1. */
  readonly share: number;
  /** How much of the name's length was typed, from 0 to 1. */
  readonly covered: number;
}

export function likeness({ begins, weakest, share, covered }: Comparison): number {
  if (begins) return 0.9 + 0.05 * covered;
  if (weakest === 1) return 0.8 + 0.1 * covered;
  if (weakest > 0) return 0.5 + 0.3 * weakest * covered;
  return scoreOfShare * covered * share;
}

/** How many of the typed words must fit for a name to score so much. */
export function fittingWords(typed: number, score: number): number {
  const rounding = 1e-9;
  return Math.min(typed, Math.ceil((typed * score) / scoreOfShare - rounding));
}

/** How many letters of a word may be wrong. */
export function allowedTypos(typed: string): number {
  return typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
}

/** 1: the word begins so; 0.5 to 1: a compound holds it; up to 0.9: within one letter, or two of a word of eight. */
export function wordFit(typed: string, word: string): number {
  if (word.startsWith(typed)) return 1;
  const allowed = allowedTypos(typed);
  // Only a shorter typed word begins it or is held by it, and each letter that it lacks is a typo.
  if (allowed === 0 || word.length < typed.length - allowed) return 0;
  if (word.includes(typed)) return 0.9;
  const typos = Math.min(distance(typed, word), distance(typed, word.slice(0, typed.length)) + 0.5);
  return typos <= allowed + 0.5 ? 0.9 - 0.2 * typos : 0;
}
