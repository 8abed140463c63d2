import type { NewRelation } from "../../graph/graph.js";
import type { CompiledDataset } from "../compiled.js";
import { companiesOf } from "./companies.js";
import { descentLinks } from "./derived-descents.js";
import { gapsOf } from "./gaps.js";
import { nodesOf } from "./nodes.js";
import type { Properties } from "./properties.js";
import { relationsOf } from "./relations.js";
import type { Rows } from "./rows.js";

/** What a dataset becomes in the graph. */
export interface DatasetRows {
  /** By the labels that they have beside `Entity`, written as in Cypher: `Organization:Firm`. */
  readonly nodes: ReadonlyMap<string, Rows<Properties>>;
  /** By their type. */
  readonly relations: ReadonlyMap<string, Rows<NewRelation>>;
}

/** All labels of what stands under a name of `DatasetRows.nodes`. */
export function labelsIn(name: string): readonly string[] {
  return ["Entity", ...name.split(":")];
}

export function datasetRows(dataset: CompiledDataset): DatasetRows {
  const { records, manifest } = dataset;
  const links = descentLinks(records, manifest.source);
  const companies = companiesOf(records);
  const gaps = gapsOf(records, companies);
  return { nodes: nodesOf(dataset, { links, companies, gaps }), relations: relationsOf(dataset, { links, gaps }) };
}
