import { writeSync } from "node:fs";
import { untested } from "./surroundings.mjs";

/**
 * @typedef {"numPassedTests" | "numFailedTests" | "numPendingTests" | "numTodoTests"} TestCount
 * @typedef {Record<TestCount | "numRuntimeErrorTestSuites", number>} Results what is used of jest's
 */

/** Says last what was not tested and why, and how many tests passed and failed. */
export default class ClosingLines {
  /**
   * @param {unknown} _contexts
   * @param {Results} results
   */
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const counts = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
    const left = untested().map(({ name, why }) => `Not tested: ${name} (${why})\n`);
    // Jest's own summary comes after its reporters, and at its end it takes no more output through its streams.
    process.once("exit", () => writeSync(process.stdout.fd, `\n${left.join("")}${counts}\n`));
  }
}
