import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Absent } from "./absent.js";

/** Installs a peer's packages in its own folder, where they are not there as its lockfile names them. */
export async function installPackages(folder: string): Promise<void> {
  const changed = (file: string): number => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (changed("node_modules/.package-lock.json") > changed("package-lock.json")) return;
  try {
    await promisify(execFile)("npm", ["ci", "--no-fund", "--no-audit"], { cwd: folder });
  } catch (cause) {
    throw new Absent(`npm could not install the packages of ${folder}`, { cause });
  }
}
