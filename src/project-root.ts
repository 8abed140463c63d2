import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder, from the sources as from what is built of them. */
function findProjectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`expected package.json in a folder above ${import.meta.url}; there is none`);
    folder = parent;
  }
  return folder;
}

export const projectRoot = findProjectRoot();
