// A process of its own that loads a dataset and says how far it is, for tests that kill it: engine's name, address,
// which dataset.
import { load } from "../../src/dataset/write/load.js";
import { noticeWithin } from "../../src/graph/graph.js";
import { datasets } from "../dataset/two-datasets.js";
import { sharedEngines } from "../engines.js";

const [name, address, which] = process.argv.slice(2);
const engine = sharedEngines.find((each) => each.name === name);
if (engine === undefined || address === undefined || (which !== "one" && which !== "two")) {
  throw new Error(`expected an engine, an address and a dataset; got ${name}, ${address}, ${which}`);
}
// Readers notice the new generation within half a second, and their one statement ends within another.
const graph = engine.openBeside(address, { grace: 2 * noticeWithin });
process.stdout.write("loading\n");
await load(graph, datasets[which], ({ done, total }) => {
  if (done === total) process.stdout.write("publishing\n");
});
await graph.close();
