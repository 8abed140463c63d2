import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../src/project-root.js";

/** One of the processes beside this file: waits for a line that it says, kills it, and tells how it ended. */
export function start(file: string, ...words: readonly string[]) {
  const all = ["--import", "./tests/typescript.mjs", join("tests/faults", file), ...words];
  const child = spawn(process.execPath, all, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = createInterface(child.stdout);
  const says = async (expected: string): Promise<void> => {
    for await (const line of lines) if (line === expected) return;
  };
  return { says, kill: () => child.kill("SIGKILL"), ended };
}
