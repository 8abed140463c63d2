import { createWriteStream } from "node:fs";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { pino } from "pino";
import { readConfig } from "../config.js";
import { openLoadedGraph } from "../main.js";
import { createHttpServer } from "../server/http.js";

export const exportCommand = new Command("export")
  .description("write what the service has under /export/ (docs/exports.md), without a service running")
  .argument(
    "[what]",
    "such as firm/sensonor.svg, graph.gexf or organizations.csv?language=NB; without it, what there is",
  )
  .option("--output <file>", "the file to write; without it, standard output")
  .action(async (what: string | undefined, { output }: { output?: string }) => {
    const config = readConfig();
    const graph = await openLoadedGraph(config);
    const { app } = await createHttpServer(
      graph,
      pino({ level: "silent" }),
      config.server,
      config.dataset ?? undefined,
    );
    try {
      const response = await app.inject({
        url: what === undefined ? "/export" : `/export/${what}`,
        authority: `localhost:${config.port}`,
        payloadAsStream: true,
      });
      if (response.statusCode !== 200) {
        const { error } = (await json(response.stream())) as { error: string };
        throw new Error(error);
      }
      await pipeline(response.stream(), output === undefined ? process.stdout : createWriteStream(output), {
        end: output !== undefined,
      });
    } finally {
      await app.close();
      await graph.close();
    }
  });
