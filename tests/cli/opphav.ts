import { execFile } from "node:child_process";
import { projectRoot } from "../../src/project-root.js";

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

interface Surroundings {
  /** The largest file that it can write, in blocks of 512 bytes: a disk that is full. */
  readonly fileLimit?: number;
}

/** `opphav`, from the sources, with the settings given. */
export function opphav(
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  { fileLimit }: Surroundings = {},
): Promise<Ended> {
  const limit = fileLimit === undefined ? "" : `ulimit -f ${fileLimit}; `;
  const node = [process.execPath, "--import", "./tests/typescript.mjs", "src/cli/opphav.ts"];
  const env = { PATH: process.env["PATH"], ...settings };
  return new Promise((resolve) => {
    execFile(
      "sh",
      ["-c", `${limit}exec "$@"`, "sh", ...node, ...words],
      { cwd: projectRoot, env },
      (error, said, complained) => {
        resolve({ code: error === null ? 0 : Number(error.code), said, complained });
      },
    );
  });
}
