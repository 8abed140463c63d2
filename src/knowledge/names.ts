import MiniSearch from "minisearch";
import type { DatedName } from "../domain/organization.js";
import { namingWords, similarity } from "../domain/similarity.js";
import { NodeKind } from "../domain/vocabulary.js";
import type { Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { parsedTexts, text, textOrNull, texts } from "./properties.js";

const entries = statement("search/entries");

/** Kinds that are found by a name; observations, contradictions and the like are found by what they are about. */
const namedKinds: readonly NodeKind[] = [
  NodeKind.TOWN,
  NodeKind.PLACE,
  NodeKind.FIRM,
  NodeKind.INSTITUTION,
  NodeKind.UNIT,
  NodeKind.GROUP,
  NodeKind.PERSON,
  NodeKind.PHASE,
  NodeKind.EVENT,
  NodeKind.SECTOR,
  NodeKind.TABLE,
];

/** A node that a name leads to, and which of its names it was. */
export interface NameHit {
  readonly id: string;
  readonly kind: NodeKind;
  readonly matched: string;
  /** From 0 to 1, which is exact. */
  readonly score: number;
}

interface Named {
  readonly id: string;
  readonly kind: NodeKind;
  readonly names: readonly string[];
}

/** Hits below this have too little in common with what was typed. */
const threshold = 0.3;

/**
 * Finds nodes by any of their names. One index in the process serves both engines, so that both rank alike; it is made
 * once for each generation, when it is first asked for.
 */
export class Names {
  readonly #indexes = new Map<string, Promise<NameIndex>>();

  /** Best first; of equal scores by id. */
  async find(reader: Reader, typed: string, kinds: readonly NodeKind[] | null): Promise<readonly NameHit[]> {
    const index = await this.#index(reader);
    return index.find(typed, kinds);
  }

  #index(reader: Reader): Promise<NameIndex> {
    const { id } = reader.generation;
    const known = this.#indexes.get(id);
    if (known !== undefined) return known;
    const made = NameIndex.of(reader);
    // Readers of the generation before may still ask; older ones have left.
    for (const older of [...this.#indexes.keys()].slice(0, -1)) this.#indexes.delete(older);
    this.#indexes.set(id, made);
    made.catch(() => this.#indexes.delete(id));
    return made;
  }
}

class NameIndex {
  readonly #byId: ReadonlyMap<string, Named>;
  readonly #words: MiniSearch<Named>;

  private constructor(named: readonly Named[]) {
    this.#byId = new Map(named.map((each) => [each.id, each]));
    this.#words = new MiniSearch<Named>({
      fields: ["names"],
      extractField: (each, field) => (field === "names" ? each.names.join("\n") : each.id),
      tokenize: (joined) => joined.split("\n").flatMap(namingWords),
      processTerm: endings,
    });
    this.#words.addAll(named);
  }

  static async of(reader: Reader): Promise<NameIndex> {
    const rows = await reader.read(entries, { kinds: namedKinds });
    return new NameIndex(
      rows.map((row) => ({
        id: text(row, "id"),
        kind: text(row, "kind") as NodeKind,
        names: [
          ...parsedTexts<DatedName>(row, "names").map(({ name }) => name),
          ...["name", "nameNb", "nameEn", "titleNb", "titleEn"].map((property) => textOrNull(row, property)),
          ...texts(row, "aliases"),
        ].filter((name) => name !== null),
      })),
    );
  }

  find(typed: string, kinds: readonly NodeKind[] | null): readonly NameHit[] {
    const words = namingWords(typed);
    if (words.every((word) => word === "")) return [];
    const candidates = this.#words.search(words.join(" "), {
      tokenize: (joined) => joined.split(" "),
      processTerm: (term) => term,
      prefix: true,
      fuzzy: (term) => (term.length >= 8 ? 2 : term.length >= 4 ? 1 : false),
      combineWith: "OR",
    });
    const hits: NameHit[] = [];
    for (const { id } of candidates) {
      const named = this.#byId.get(String(id));
      if (named === undefined || (kinds !== null && !kinds.includes(named.kind))) continue;
      let best: NameHit | null = null;
      for (const name of named.names) {
        const score = similarity(typed, name);
        if (score >= threshold && score > (best?.score ?? 0))
          best = { id: named.id, kind: named.kind, matched: name, score };
      }
      if (best !== null) hits.push({ ...best, score: Math.round(best.score * 1000) / 1000 });
    }
    return hits.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }
}

/** A word and, where it may be a compound, what it may end with: Patronfabrik is found by fabrik, too. */
function endings(word: string): string[] {
  const starts = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + 4);
  return [word, ...starts.map((start) => word.slice(start))];
}
