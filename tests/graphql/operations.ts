import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/project-root.js";

export const contractFolder = join(projectRoot, "tests/graphql/contract");

/** The operations of the contract by their number, such as `01`. */
export const operations: ReadonlyMap<string, string> = new Map(
  readdirSync(join(contractFolder, "operations"))
    .toSorted()
    .map((file) => [file.slice(0, 2), readFileSync(join(contractFolder, "operations", file), "utf8")]),
);

export function operation(number: string): string {
  const text = operations.get(number);
  if (text === undefined) throw new Error(`expected one of ${[...operations.keys()].join(", ")}; got ${number}`);
  return text;
}

const works = "firm/kongsberg-vapenfabrikk";
const subsea = "firm/fmc-kongsberg-subsea";

/** Every operation, with variables on the bundled data. */
export const askedOnBundled: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["01", {}],
  ["02", { root: works }],
  ["03", { id: subsea, at: "2005" }],
  ["04", { a: subsea, b: "firm/kongsberg-gruppen" }],
  ["05", { town: "town/kongsberg" }],
  ["06", { text: "kongsberg vaapenfabrik" }],
  ["07", { names: ["Kongsberg Vaapenfabrik", "FMC Kongsberg Subsea", "nobody at all"] }],
  ["08", { id: works }],
  ["08", { id: "institution/ffi", at: "1990" }],
  ["09", {}],
  ["09", { measure: "no-such-measure" }],
  ["10", { tables: ["v.4"] }],
  ["10", { tables: ["table/nibr-2005-11/5.3"] }],
  ["11", { town: "town/kongsberg" }],
  ["11", {}],
  ["12", { town: "town/kongsberg" }],
  ["13", { where: { town: "town/kongsberg" } }],
  ["13", { where: { descendsFrom: { organization: { formerStateCompany: true } } } }],
  ["14", { ids: [works, "town/kongsberg", "firm/none", "source/nibr-2005-11", "phase/none"] }],
];
