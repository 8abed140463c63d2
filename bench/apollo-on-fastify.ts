// Apollo Server on Fastify, as they come, with answers made of objects in memory.
// `node … bench/apollo-on-fastify.ts <file of answers>`.
import type { AddressInfo } from "node:net";
import { ApolloServer } from "@apollo/server";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastify from "fastify";
import { metrics, metricsPath } from "./bare-server.js";
import { answersByPath, fromAnswer, plainSchema } from "./from-memory.js";

const answerOf = answersByPath(process.argv[2]);
const app = fastify();
const apollo = new ApolloServer({
  schema: plainSchema(),
  fieldResolver: fromAnswer,
  plugins: [fastifyApolloDrainPlugin(app)],
});
await apollo.start();
app.get(metricsPath, metrics);
app.post("/:answer", fastifyApolloHandler(apollo, { context: async ({ url }) => answerOf(url) ?? {} }));
await app.listen({ host: "127.0.0.1", port: 0 });
console.log((app.server.address() as AddressInfo).port);
