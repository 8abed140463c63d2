// The rules on the real data: each slip is one that a person might make in these files, and each is found at its line.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readDatasetFolder } from "../../src/dataset/read/folder.js";
import { checkAcrossRecords, rules } from "../../src/dataset/rules/check.js";
import { bundledFolder } from "../../src/dataset/source.js";
import { temporaryFolder } from "../temporary-folder.js";

interface Slip {
  readonly what: string;
  /** The rules that find it. */
  readonly rule: string | readonly string[];
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  /** What stands there after the slip; the finding is at its mark ▸. */
  readonly to: string;
}

const people = "country/people.yaml";
const places = "country/places.yaml";
const study = "country/study.yaml";
const comparison = "country/comparison.yaml";
const firms = "kongsberg/firms.yaml";
const contradictions = "kongsberg/contradictions.yaml";
const raufoss = "raufoss/history.yaml";

const slips: readonly Slip[] = [
  {
    what: "an id given twice",
    rule: "unique-ids",
    file: "kongsberg/people.yaml",
    from: "people:\n",
    to: "people:\n  - { ▸id: person/tom-johnstad, name: Tom Johnstad, cite: p. 6 }\n",
  },
  {
    what: "an id misspelt",
    rule: "references-resolve",
    file: firms,
    from: "{ owner: firm/fmc-technologies, owned: firm/fmc-kongsberg-subsea",
    to: "{ ▸owner: firm/fmc-technology, owned: firm/fmc-kongsberg-subsea",
  },
  {
    what: "a page that the report does not have",
    rule: "citations-exist",
    file: study,
    from: "organization: institution/cind, kind: RESEARCHER, role: { nb: professor, en: professor }, observed: 2005, cite: p. 26",
    to: "organization: institution/cind, kind: RESEARCHER, role: { nb: professor, en: professor }, observed: 2005, ▸cite: p. 336",
  },
  {
    what: "a table without its page",
    rule: "citations-exist",
    file: study,
    from: "organization: institution/lund-university, kind: RESEARCHER, role: { nb: professor, en: professor }, observed: 2005, cite: p. 27",
    to: "organization: institution/lund-university, kind: RESEARCHER, role: { nb: professor, en: professor }, observed: 2005, ▸cite: table 3.3",
  },
  {
    what: "a source that is none",
    rule: ["citations-exist", "references-resolve"],
    file: study,
    from: "{ funder: institution/research-council-of-norway, recipient: institution/regut,",
    to: "{ funder: institution/research-council-of-norway, recipient: institution/regut, ▸source: source/none,",
  },
  {
    what: "a letter in two parts",
    rule: "text-is-composed",
    file: people,
    from: "name: Bjørn Terje Asheim",
    to: "▸name: Bjørn Terje A\u030Asheim",
  },
  {
    what: "an invisible character",
    rule: "text-is-composed",
    file: people,
    from: "name: Haakon Lie",
    to: "▸name: Haakon\u200B Lie",
  },
  {
    what: "a firm entered again under another id",
    rule: "names-are-told-apart",
    file: firms,
    from: "names: [{ name: Bofors }]",
    to: "▸names: [{ name: Dresser-Rand }]",
  },
  {
    what: "a descent that points the wrong way",
    rule: "descent-has-no-cycle",
    file: raufoss,
    from: "  - { predecessor: firm/asv, successor: firm/aluminiumprofiler,",
    to: "  - { predecessor: firm/aluminiumprofiler, successor: firm/asv, mechanism: SUCCESSION, cite: p. 159 }\n  - { predecessor: firm/asv, ▸successor: firm/aluminiumprofiler,",
  },
  {
    what: "a place within itself",
    rule: "wholes-have-no-cycle",
    file: places,
    from: "name: { nb: Kjeller }, within: place/norway",
    to: "name: { nb: Kjeller }, ▸within: place/kjeller",
  },
  {
    what: "a firm that came out of one not there yet",
    rule: "dates-agree",
    file: firms,
    from: "successor: firm/dresser-rand-kongsberg, mechanism: DIVISION_SPLIT, continuity: [BUSINESS, PEOPLE, SITE], date: 1987",
    to: "successor: firm/dresser-rand-kongsberg, mechanism: DIVISION_SPLIT, continuity: [BUSINESS, PEOPLE, SITE], ▸date: 1787",
  },
  {
    what: "an owner of a firm that was not there yet",
    rule: "dates-agree",
    file: firms,
    from: "owned: firm/kongsberg-gruppen, period: 1987/,",
    to: "owned: firm/kongsberg-gruppen, ▸period: 1957/1960,",
  },
  {
    what: "a works that came to be after its end",
    rule: "dates-agree",
    file: raufoss,
    from: "successor: firm/raufoss-ammunisjonsfabrikker, mechanism: UNSPECIFIED, continuity: [SITE], date: 1895/1896",
    to: "successor: firm/raufoss-ammunisjonsfabrikker, mechanism: UNSPECIFIED, continuity: [SITE], ▸date: 2010",
  },
  {
    what: "an owner of a works that was there no more",
    rule: "dates-agree",
    file: raufoss,
    from: "owned: firm/raufoss-ammunisjonsfabrikker, period: 1953/,",
    to: "owned: firm/raufoss-ammunisjonsfabrikker, ▸period: 2010/,",
  },
  {
    what: "a firm seen after its end",
    rule: "dates-agree",
    file: raufoss,
    from: "    existence: 1875/1895\n",
    to: "    existence: 1875/1895\n    ▸observed: 2005\n",
  },
  {
    what: "more than a whole that is owned",
    rule: "shares-fit",
    file: firms,
    from: "owned: firm/volvo-aero-norge, share: 78",
    to: "▸owned: firm/volvo-aero-norge, share: 87",
  },
  {
    what: "a fact entered twice",
    rule: "facts-stand-once",
    file: study,
    from: "memberships:\n",
    to: "memberships:\n  - { member: institution/nibr, body: institution/technology-towns-project, as: PARTNER, cite: p. 7 }\n▸",
  },
  {
    what: "a partner of itself",
    rule: "nothing-relates-to-itself",
    file: comparison,
    from: "{ parties: [institution/ffi, group/technology-town-firms]",
    to: "{ parties: [institution/ffi, ▸institution/ffi]",
  },
  {
    what: "an inference without its reason",
    rule: "inference-is-explained",
    file: places,
    from: "certainty: INFERRED, note: The report prints Fesberg; taken as Flesberg.",
    to: "▸certainty: INFERRED",
  },
  {
    what: "a town for a country",
    rule: "kinds-of-place-fit",
    file: raufoss,
    from: "names: [{ name: Koller Metallbau }], country: place/switzerland",
    to: "names: [{ name: Koller Metallbau }], ▸country: place/lausanne",
  },
  {
    what: "a place with parts that is no aggregate",
    rule: "kinds-of-place-fit",
    file: places,
    from: "name: { nb: Toten }, within: place/norway",
    to: "name: { nb: Toten }, ▸parts: [place/gjovik], within: place/norway",
  },
  {
    what: "a contradiction of values that are the same",
    rule: "claims-differ",
    file: study,
    from: 'claims:\n      - { subject: source/nibr-2005-11, property: number of the last chapter, value: "9"',
    to: 'claims:\n      - { subject: source/nibr-2005-11, property: number of the last chapter, value: "10"',
  },
  {
    what: "a claim on something else",
    rule: "claims-differ",
    file: study,
    from: "subject: place/four-technology-towns, property: time of restructuring, value: the last two years",
    to: "▸subject: place/norway, property: time of restructuring, value: the last two years",
  },
  {
    what: "two values that are both preferred",
    rule: "claims-differ",
    file: contradictions,
    from: "property: founded, value: 197X,",
    to: "property: founded, value: 197X, ▸rank: PREFERRED,",
  },
  {
    what: "a measure that is none",
    rule: "measures-are-defined",
    file: comparison,
    from: "{ id: observation/htn-employment-2005, measure: employment,",
    to: "{ id: observation/htn-employment-2005, ▸measure: employees-in-all,",
  },
  {
    what: "a redirect from an id in use",
    rule: "redirects-lead-on",
    file: people,
    from: "people:\n",
    to: "redirects:\n  - { ▸from: person/tom-johnstad, to: person/olav-wicken }\npeople:\n",
  },
  {
    what: "two redirects from one id",
    rule: "redirects-lead-on",
    file: study,
    from: "institutions:\n",
    to: "redirects:\n  - { from: person/wicken, to: person/olav-wicken }\n  - { ▸from: person/wicken, to: person/tom-johnstad }\ninstitutions:\n",
  },
];

const misshapen: readonly Slip[] = [
  {
    what: "a fact without its page",
    rule: "shape",
    file: people,
    from: "name: Arne Isaksen, cite: p. 6; p. 77 }",
    to: "name: Arne Isaksen }",
  },
  {
    what: "a word that is not in the list",
    rule: "shape",
    file: firms,
    from: "successor: firm/kongsberg-simrad, mechanism: DIVISION_SPLIT",
    to: "successor: firm/kongsberg-simrad, ▸mechanism: SPLIT",
  },
  {
    what: "a date that is none",
    rule: "shape",
    file: raufoss,
    from: "    existence: 1875/1895\n",
    to: "    ▸existence: 1875-1895\n",
  },
  {
    what: "a share beside its bounds",
    rule: "shape",
    file: firms,
    from: "owned: firm/volvo-aero-norge, share: 22",
    to: "owned: firm/volvo-aero-norge, ▸share: 22, shareAtLeast: 20",
  },
  {
    what: "a place that cannot be cited",
    rule: "shape",
    file: study,
    from: "aliases: [TIK-UiO]\n    country: place/norway\n    cite: p. 115",
    to: "aliases: [TIK-UiO]\n    country: place/norway\n    ▸cite: page 115",
  },
  {
    what: "a figure with a comma",
    rule: "shape",
    file: "tables/v.3.csv",
    from: "1,4,employment-change-percent,place/halden-municipality,sector/metal-products,1997/2005,-11.5,,,,",
    to: '1,4,employment-change-percent,place/halden-municipality,sector/metal-products,1997/2005,"-11,5",,,,',
  },
  {
    what: "a table whose cells are gone",
    rule: "csv",
    file: "tables/3.yaml",
    from: "cells: tables/3.4.csv",
    to: "▸cells: tables/3.5.csv",
  },
  {
    what: "a list that is none",
    rule: "shape",
    file: "country/firms.yaml",
    from: "firms:\n",
    to: "▸firm:\n",
  },
];

/** What is found in a copy of the bundled data with these slips in it, and what should be: `file:line rule`. */
function findingsWith(slipsMade: readonly Slip[]): { readonly found: string[]; readonly expected: string[] } {
  const folder = join(temporaryFolder("slips"), "data");
  cpSync(bundledFolder, folder, { recursive: true });
  const marked = new Map<string, string>();
  for (const { file, from, to } of slipsMade) {
    const text = marked.get(file) ?? readFileSync(join(folder, file), "utf8");
    if (text.split(from).length !== 2) throw new Error(`expected once in ${file}: ${from}`);
    marked.set(file, text.split(from).join(withMark(to)));
  }
  for (const [file, text] of marked) writeFileSync(join(folder, file), text.replaceAll("▸", ""));
  const expected = slipsMade.flatMap(({ file, to, rule }) => {
    const text = marked.get(file) ?? "";
    const at = text.indexOf(withMark(to)) + withMark(to).indexOf("▸");
    return [rule].flat().map((each) => `${file}:${text.slice(0, at).split("\n").length} ${each}`);
  });
  const { dataset, findings } = readDatasetFolder(folder);
  const all = findings.length > 0 || dataset === null ? findings : checkAcrossRecords(dataset);
  return { found: all.map(({ file, line, rule }) => `${file}:${line} ${rule}`), expected };
}

function withMark(to: string): string {
  return to.includes("▸") ? to : `▸${to}`;
}

test.each([
  ["do not have their shape", misshapen],
  ["do not fit together", slips],
])("records that %s are found where they stand, and nothing else is", (_what, made) => {
  const { found, expected } = findingsWith(made);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test("each rule has a slip that it finds", () => {
  const found = new Set(slips.flatMap(({ rule }) => rule));
  expect(rules.map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
});

test("records that are lost, and exceptions that nothing needs, are found", () => {
  const { dataset } = readDatasetFolder(bundledFolder);
  if (dataset === null) throw new Error("expected a manifest");
  const { manifest, records } = dataset;
  const lessOne = { ...records, descents: records.descents.slice(1 - (manifest.minimumCounts.descents ?? 0)) };
  const exceptions = [
    ...manifest.exceptions,
    { rule: "shares-fit", about: ["firm/volvo-aero-norge"], reason: "None." },
  ];
  expect(
    checkAcrossRecords({ manifest: { ...manifest, exceptions }, records: lessOne }).map(({ rule }) => rule),
  ).toEqual(["exceptions-are-needed", "nothing-is-lost"]);
});
