// PostGraphile as its documentation starts it. `node server.mjs <connection string>` prints the port that it takes.
import { createServer } from "node:http";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { postgraphile } from "postgraphile";

const service = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.argv[2], schemas: ["public"] })],
  grafserv: { graphqlPath: "/graphql" },
}).createServ(grafserv);

const server = createServer();
await service.addTo(server);
server.listen(0, "127.0.0.1", () => {
  console.log(server.address().port);
});
