import type { NewRelation } from "../../graph/graph.js";
import type { CompiledDataset } from "../compiled.js";
import { companiesOf } from "./companies.js";
import { descentLinks } from "./derived-descents.js";
import { formerStateCompanies } from "./former-state-companies.js";
import { gapsOf } from "./gaps.js";
import { LoadStep } from "./load-step.js";
import { nodesOf } from "./nodes.js";
import { existenceBounds } from "./observed.js";
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

/** What follows from the records is worked out at once; rows are made as they are gone through. */
export function datasetRows(
  dataset: CompiledDataset,
  onBegin: (step: LoadStep) => void = () => undefined,
): DatasetRows {
  const { records, manifest } = dataset;
  onBegin(LoadStep.DERIVING_EXISTENCE);
  const existence = existenceBounds(records);
  onBegin(LoadStep.DERIVING_DESCENTS);
  const links = descentLinks(records, manifest.source);
  onBegin(LoadStep.DERIVING_OWNERS);
  const companies = companiesOf(records, existence);
  const formerStateOwned = formerStateCompanies(records, companies);
  onBegin(LoadStep.DERIVING_GAPS);
  const gaps = gapsOf(records, companies);
  onBegin(LoadStep.DERIVING_LISTS);
  return {
    nodes: nodesOf(dataset, { existence, links, formerStateOwned, gaps }),
    relations: relationsOf(dataset, { existence, links, gaps }),
  };
}
