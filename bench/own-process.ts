// Steps of a measurement in processes of their own: what one of them keeps in memory is no other's.
import { fork } from "node:child_process";
import { once } from "node:events";
import { projectRoot } from "../src/project-root.js";

/** Megabytes: a register of a million organizations does not fit into what Node takes by itself. */
const heap = 12_000;

/** Runs a file of this folder, which ends with `conclude`, and gives its conclusion. */
export async function inOwnProcess<Conclusion>(
  file: string,
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  onProgress: (share: number) => void = () => undefined,
): Promise<Conclusion> {
  const child = fork(`bench/${file}`, words, {
    cwd: projectRoot,
    env: { PATH: process.env["PATH"], ...settings },
    execArgv: ["--import", "./tests/typescript.mjs", `--max-old-space-size=${heap}`],
    serialization: "advanced",
  });
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  let conclusion: { readonly conclusion: Conclusion } | undefined;
  child.on("message", (message: number | { conclusion: Conclusion }) => {
    if (typeof message === "number") onProgress(message);
    else conclusion = message;
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  process.off("exit", kill);
  if (conclusion !== undefined) return conclusion.conclusion;
  throw new Error(`expected ${file} ${words.join(" ")} to come to an end; it ended with ${code ?? signal}`);
}

/** In a process of a step: how much of it is done, from 0 to 1. */
export function tellProgress(share: number): void {
  process.send?.(share);
}

/** In a process of a step: its result, and its end. */
export function conclude(conclusion: unknown): void {
  process.send?.({ conclusion }, () => {
    process.exit();
  });
}
