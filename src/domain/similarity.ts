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
  if (typed.normalize("NFC").toLowerCase() === name.normalize("NFC").toLowerCase()) return 1;
  const wanted = namingWords(typed);
  const words = namingWords(name);
  const [wantedText, text] = [wanted.join(" "), words.join(" ")];
  if (wantedText === text || wanted.join("") === words.join("")) return 0.98;
  const covered = Math.min(1, wantedText.length / text.length);
  if (text.startsWith(wantedText)) return 0.9 + 0.05 * covered;
  const fits = wanted.map((word) => Math.max(...words.map((each) => wordFit(word, each))));
  const weakest = Math.min(...fits);
  if (weakest === 1) return 0.8 + 0.1 * covered;
  if (weakest > 0) return 0.5 + 0.3 * weakest * covered;
  return 0.4 * covered * (fits.filter((fit) => fit > 0).length / fits.length);
}

/** 1: the word begins so; 0.5 to 1: a compound holds it; up to 0.9: within one letter, or two of a word of eight. */
function wordFit(typed: string, word: string): number {
  if (word.startsWith(typed)) return 1;
  if (typed.length >= 4 && word.includes(typed)) return 0.9;
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  const typos = Math.min(distance(typed, word), distance(typed, word.slice(0, typed.length)) + 0.5);
  return typos <= allowed + 0.5 ? 0.9 - 0.2 * typos : 0;
}
