import type { LocalizedText } from "../domain/language.js";
import type { Reader } from "../graph/graph.js";
import { statement } from "../graph/statement.js";
import { localized, items, record, text } from "./properties.js";

const describe = statement("dataset/describe");

/** What is loaded: one dataset, whole. */
export interface DatasetDescription {
  readonly version: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  /** SPDX identifier of the data's licence. */
  readonly licence: string;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
  /** Ids. */
  readonly sources: readonly string[];
}

export async function describeDataset(reader: Reader): Promise<DatasetDescription> {
  const [row] = await reader.read(describe);
  if (row === undefined) throw new Error(`expected a dataset in generation ${reader.generation.id}; there is none`);
  const dataset = record(row, "record");
  return {
    version: text(dataset, "version"),
    title: localized(dataset, "title"),
    description: localized(dataset, "description"),
    licence: text(dataset, "licence"),
    counts: items(dataset, "counts"),
    sources: row["sources"] as readonly string[],
  };
}
