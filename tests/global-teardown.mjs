import { rmSync } from "node:fs";
import { server } from "./global-setup.mjs";

export default async function tearDown() {
  server?.kill();
  await server?.ended;
  rmSync(String(process.env["OPPHAV_TEST_FOLDER"]), { recursive: true, force: true });
}
