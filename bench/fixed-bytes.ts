// The limit of what a service in Node can reach: answers that are bytes in memory, whatever is asked.
// `node … bench/fixed-bytes.ts <file>`: the file is a list of answers; the path of a request is the place of one in it.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { metrics, metricsPath } from "./from-memory.js";

const answers = (JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[]).map((text) => Buffer.from(text));

const server = createServer((request, response) => {
  if (request.url === metricsPath) {
    response.end(metrics());
    return;
  }
  request.resume().once("end", () => {
    const body = answers[Number(request.url?.slice(1))];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": body?.length ?? 0,
    });
    response.end(body);
  });
}).listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
