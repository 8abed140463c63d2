import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** A contestant cannot take part here; the message is the reason, as the table gives it. */
export class Absent extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "Absent";
  }
}

/** Installs a peer's packages in its own folder, where they are not there as its lockfile names them. */
export async function installPackages(folder: string): Promise<void> {
  const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) =>
    join(folder, file),
  );
  if (existsSync(installed ?? "") && changed(installed) >= changed(wanted)) return;
  try {
    await promisify(execFile)("npm", ["ci", "--no-fund", "--no-audit"], { cwd: folder });
  } catch (cause) {
    throw new Absent("its packages could not be installed", { cause });
  }
}

function changed(file = ""): number {
  return statSync(file).mtimeMs;
}
