// A process of its own that loads and never publishes, for tests that kill it: engine's name, address.
import { sharedEngines } from "../engines.js";
import { createEntities } from "../graph/small-graph.js";

const [name, address] = process.argv.slice(2);
const engine = sharedEngines.find((each) => each.name === name);
if (engine === undefined || address === undefined) throw new Error(`expected an engine and an address; got ${name}`);

const writer = await engine.openBeside(address).begin("killed");
for (let batch = 0; ; batch++) {
  await writer.write(createEntities, { ids: [`killed-${batch}`] });
  if (batch === 2) process.stdout.write("writing\n");
}
