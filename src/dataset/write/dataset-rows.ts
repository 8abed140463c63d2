import type { CompiledDataset } from "../compiled.js";
import { companiesOf } from "./companies.js";
import { descentLinks } from "./derived-descents.js";
import { gapsOf } from "./gaps.js";
import { nodesOf } from "./nodes.js";
import type { Properties } from "./properties.js";
import { type RelationRow, relationsOf } from "./relations.js";
import type { Rows } from "./rows.js";

/** What a dataset becomes in the graph, by the names of the statements that create it. */
export interface DatasetRows {
  readonly nodes: ReadonlyMap<string, Rows<Properties>>;
  readonly relations: ReadonlyMap<string, Rows<RelationRow>>;
}

export function datasetRows(dataset: CompiledDataset): DatasetRows {
  const { records, manifest } = dataset;
  const links = descentLinks(records, manifest.source);
  const companies = companiesOf(records);
  const gaps = gapsOf(records, companies);
  return { nodes: nodesOf(dataset, { links, companies, gaps }), relations: relationsOf(dataset, { links, gaps }) };
}
