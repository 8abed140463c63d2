import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { readConfig } from "../config.js";
import { readBundledDataset, readDataset } from "../dataset/source.js";
import { load } from "../dataset/write/load.js";
import { LoadStep } from "../dataset/write/load-step.js";
import { openGraph } from "../main.js";

const doing: Readonly<Record<LoadStep, string>> = {
  DERIVING_EXISTENCE: "working out when organizations were there",
  DERIVING_DESCENTS: "working out links of descent that follow from others",
  DERIVING_OWNERS: "working out who was the state's",
  DERIVING_GAPS: "working out what is not known",
  DERIVING_LISTS: "counting descendants and sorting lists",
  WRITING_NODES: "writing nodes",
  INDEXING: "making indexes",
  WRITING_RELATIONS: "writing relations",
  COUNTING: "counting what was written",
  PUBLISHING: "making it durable and current",
};

export const loadCommand = new Command("load")
  .description("check a dataset and load it, whole or not at all; services that read the graph notice within a second")
  .argument("[folder]", "the dataset's folder; without it OPPHAV_DATASET, or the bundled one")
  .option("--dry-run", "check and count only, and change nothing")
  .action(async (folder: string | undefined, { dryRun }: { dryRun?: true }) => {
    const config = readConfig();
    const from = folder ?? config.dataset;
    const dataset = from === null ? readBundledDataset() : readDataset(from);
    const called = `dataset ${dataset.manifest.id}, version ${dataset.version.slice(0, 12)}`;
    if (dryRun === true) {
      console.log(`${called}: nothing wrong; nothing loaded, as this was a dry run`);
      return;
    }
    if (config.graph.kind === "memory") {
      throw new Error("expected OPPHAV_STORE or OPPHAV_NEO4J_URI: a graph in memory would end with this command");
    }
    const graph = openGraph(config);
    const bar = new SingleBar({
      format: `${called} → ${graph.address} {bar} {percentage}% {value}/{total} {duration}s`,
      // Where nobody watches, a line every few seconds.
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    });
    try {
      let current: LoadStep | null = null;
      const result = await load(graph, dataset, ({ step, done, total }) => {
        if (step === current) {
          bar.update(done);
          return;
        }
        current = step;
        bar.stop();
        console.log(`${called}: ${doing[step]}`);
        if (step === LoadStep.WRITING_NODES || step === LoadStep.WRITING_RELATIONS) bar.start(total, done);
      });
      console.log(
        result.changed
          ? `${called} loaded into ${graph.address}: ${result.nodes} nodes, ${result.relations} relations`
          : `${called} is in ${graph.address} already; nothing changed`,
      );
    } catch (error) {
      throw new Error(`${called}, into ${graph.address}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    } finally {
      bar.stop();
      await graph.close();
    }
  });
