import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";
import { opphav } from "../cli/opphav.js";
import { inFolder } from "../engines.js";
import { temporaryFolder } from "../temporary-folder.js";
import { seen } from "./seen.js";

// A limit on the size of files stands for a full disk: it needs no rights, and the engine meets it in the same way.
const kibibytes = (count: number) => ({ fileLimit: 2 * count });

const lodby = join(projectRoot, "tests/fixtures/lodby");

/** Lodby with one alias more. */
function laterLodby(): string {
  const folder = temporaryFolder("later");
  cpSync(lodby, folder, { recursive: true });
  const file = join(folder, "works.yaml");
  const id = "firm/lodby-castings\n";
  writeFileSync(file, readFileSync(file, "utf8").replace(id, `${id}    aliases: [Added]\n`));
  return folder;
}

test.each([
  ["while it makes the new generation", 20, /: a load into .*: File too large\n$/],
  ["while it writes", 36, /: create [A-Za-z_:]+: File too large\n$/],
  ["while it publishes", 100, /: publishing in .*: File too large\n$/],
])(
  "a load whose disk is full %s says so, changes nothing, and goes through when there is space",
  async (_when, size, complaint) => {
    const later = laterLodby();
    const OPPHAV_STORE = join(temporaryFolder("full"), "store");
    await opphav(["load", lodby], { OPPHAV_STORE });
    const service = inFolder.openBeside(OPPHAV_STORE);
    const before = await seen(service);

    const full = await opphav(["load", later], { OPPHAV_STORE }, kibibytes(size));
    expect(full).toMatchObject({ code: 1, complained: expect.stringMatching(complaint) });
    expect(full.complained).toContain(`dataset lodby, version `);
    expect(await seen(service)).toBe(before);
    const again = inFolder.openBeside(OPPHAV_STORE);
    expect(await seen(again)).toBe(before);
    await again.close();
    await service.close();

    expect(await opphav(["load", later], { OPPHAV_STORE })).toMatchObject({
      code: 0,
      said: expect.stringContaining(`loaded into ${OPPHAV_STORE}`),
    });
  },
  30_000,
);

test("a first load whose disk is full leaves nothing that the next one does not remove", async () => {
  const OPPHAV_STORE = join(temporaryFolder("full"), "store");
  expect(await opphav(["load", lodby], { OPPHAV_STORE }, kibibytes(4))).toMatchObject({
    code: 1,
    complained: expect.stringMatching(/: a load into .*: File too large\n$/),
  });
  await opphav(["load", lodby], { OPPHAV_STORE });
  expect(readdirSync(OPPHAV_STORE).sort()).toEqual(["current", "generations", "lock"]);
}, 30_000);
