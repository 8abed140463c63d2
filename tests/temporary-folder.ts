import { mkdtempSync } from "node:fs";
import { join } from "node:path";

/** A new folder, removed after the last test. */
export function temporaryFolder(name: string): string {
  const parent = process.env["OPPHAV_TEST_FOLDER"];
  if (parent === undefined) throw new Error("expected OPPHAV_TEST_FOLDER in the environment; it is not set");
  return mkdtempSync(join(parent, `${name}-`));
}
