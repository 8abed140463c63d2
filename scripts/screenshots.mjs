// Takes the pictures in docs/screenshots of a running service's pages, wide and narrow:
// npm run screenshots -- [address]
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const [address = "http://127.0.0.1:4000"] = process.argv.slice(2);
const folder = new URL("../docs/screenshots/", import.meta.url).pathname;
const pages = {
  home: "/",
  search: "/search?q=raufoss",
  organization: "/firm/kongsberg-gruppen?at=1995",
  lineage: "/lineage/firm/raufoss-ammunisjonsfabrikker",
  town: "/town/kongsberg",
  compare: "/compare",
  questions: "/questions#OwnersOfKongsbergAutomotive",
  doubts: "/doubts",
  stated: "/stated/horten/history.yaml?line=20",
};
const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [size, viewport] of Object.entries(sizes)) {
  for (const [name, path] of Object.entries(pages)) {
    const page = await browser.newPage({ viewport, locale: "en-GB" });
    await page.goto(address + path, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${folder}${name}-${size}.jpg`, type: "jpeg", quality: 80 });
    await page.close();
    console.log(`docs/screenshots/${name}-${size}.jpg`);
  }
}
await browser.close();
