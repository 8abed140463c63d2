// What servers of benches share that have nothing but node:http in front of their answers.
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Where it is told, in the words of our service's metrics, how much of a processor's time was taken. */
export const metricsPath = "/metrics";

export function metrics(): string {
  const { user, system } = process.cpuUsage();
  return `process_cpu_seconds_total ${(user + system) / 1e6}\n`;
}

/** Prints the port that it takes. */
export function serve(answer: RequestListener): void {
  const server = createServer((request, response) => {
    if (request.url === metricsPath) response.end(metrics());
    else answer(request, response);
  }).listen(0, "127.0.0.1", () => {
    console.log((server.address() as AddressInfo).port);
  });
}
