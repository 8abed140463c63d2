// The limit of what a service in Node can reach: answers that are bytes in memory, whatever is asked.
// `node … bench/fixed-bytes.ts <file>`: the file is a list of answers; the path of a request is the place of one in it.
import { readFileSync } from "node:fs";
import { serve } from "./bare-server.js";

const answers = (JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[]).map((text) => Buffer.from(text));

serve((request, response) => {
  request.resume().once("end", () => {
    const body = answers[Number(request.url?.slice(1))];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": body?.length ?? 0,
    });
    response.end(body);
  });
});
