// Synthetic registers of any size, the same each time for a seed: firms, institutions, units and groups in 500 towns,
// whose families of spin-offs are heavy-tailed, with names, owners, places, head-counts and pages.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { type CompiledDataset, type Records } from "../src/dataset/compiled.js";
import { type SectionName, sections } from "../src/dataset/schema/file.js";
import { Continuity, FirmKind, InstitutionKind, Mechanism } from "../src/domain/vocabulary.js";

type RecordIn<Name extends SectionName> = Records[Name][number];

const countyCount = 20;
const sectorCount = 30;
const pages = 400;
const newest = 2005;

/**
 * Each organization comes with this chance out of an earlier one of a family, each member of which is as likely. With
 * families growing by their size, their sizes follow a power law (Simon, "On a class of skew distribution functions",
 * Biometrika 42, 1955): most have a few members, and the largest one of 100,000 some thousand.
 */
const descending = 0.6;
/** Of those, the share that comes out of a second one, too. */
const merging = 0.05;

const firstSyllables =
  "Nor Øst Vest Kon Hor Rau Hal Ber Tro Sta Dra Lar Mo Ål San Fre Ska Val Tyr Has Gra Elv Fjo Bru".split(" ");
const middleSyllables = "da li me ro va ne si to ke ra lo ti ma ve no sa de ri ka mi".split(" ");
const lastSyllables = "berg dal vik nes stad sund land øy heim mark fors ås bø lund vang rud".split(" ");
const trades =
  "Elektronikk Mekaniske Verft Instrument Data Støperi Våpen Optikk Plast Bil Hydraulikk Teknikk Marine Sensor".split(
    " ",
  );
const forms = ["AS", "ASA", "& Co", "Industrier", "Systemer", "Verksted", "Fabrikk", ""];

/**
 * A register of so many organizations. Nothing of it is about anything: it has the shape of data, for measuring.
 * @param seed another one gives other data of the same shape
 */
export function registerOf(organizations: number, seed = 1, townCount = 500): CompiledDataset {
  const random = xoroshiro128plus(seed);
  const below = (limit: number): number => uniformInt(random, 0, limit - 1);
  const chance = (probability: number): boolean => below(1_000_000) < probability * 1_000_000;
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  let line = 0;
  const fact = () =>
    ({ cite: `p. ${1 + below(pages)}`, certainty: "STATED", statedAt: `register.yaml:${++line}` }) as const;

  const place = (index: number): string => `place/county-${index}`;
  const town = (index: number): string => `town/town-${index}`;
  const sector = (index: number): string => `sector/sector-${index}`;
  const word = (): string => oneOf(firstSyllables) + (chance(0.6) ? oneOf(middleSyllables) : "") + oneOf(lastSyllables);
  const name = (): string => [word(), oneOf(trades), oneOf(forms)].filter((part) => part !== "").join(" ");

  const records = Object.fromEntries(Object.keys(sections).map((section) => [section, []])) as unknown as {
    [Name in SectionName]: RecordIn<Name>[];
  };
  records.sources.push({
    id: "source/register",
    title: "A register for measuring",
    authors: ["Generator"],
    year: newest,
    pages: { from: 1, to: pages },
    sections: [],
    statedAt: "register.yaml:0",
  });
  records.places.push({
    id: "place/norway",
    kind: "COUNTRY",
    name: { nb: "Norge", en: "Norway" },
    aliases: [],
    parts: [],
    ...fact(),
  });
  for (let index = 0; index < countyCount; index++) {
    records.places.push({
      id: place(index),
      kind: "COUNTY",
      name: { nb: `Fylke ${index}` },
      aliases: [],
      within: "place/norway",
      parts: [],
      ...fact(),
    });
  }
  for (let index = 0; index < townCount; index++) {
    records.towns.push({
      id: town(index),
      name: { nb: `${word()} ${index}` },
      aliases: [],
      within: place(index % countyCount),
      parts: [],
      ...fact(),
    });
  }
  for (let index = 0; index < sectorCount; index++) {
    records.sectors.push({
      id: sector(index),
      name: { nb: `Næring ${index}`, en: `Sector ${index}` },
      parts: [],
      activities: [],
      ...fact(),
    });
  }
  records.measures.push({
    id: "employees",
    name: { nb: "Ansatte", en: "Employees" },
    unit: "persons",
    workforce: true,
    definition: { en: "People employed at the end of the year." },
  } as RecordIn<"measures">);

  const ids: string[] = [];
  const founded: number[] = [];
  const families: number[][] = [];
  // The family of each organization so far: one of them at random is a family by its size.
  const familyOf: number[] = [];
  for (let index = 0; index < organizations; index++) {
    const kind = below(100);
    const section = kind < 90 ? "firms" : kind < 94 ? "institutions" : kind < 97 ? "units" : "groups";
    const id = `${section.slice(0, -1)}/o-${index}`;
    const spunOff = index > 0 && chance(descending);
    const family = spunOff ? (familyOf[below(index)] as number) : families.length;
    const members = (families[family] ??= []);
    const parent = spunOff ? oneOf(members) : null;
    const start = parent === null ? 1850 + below(100) : Math.min(newest, (founded[parent] as number) + 1 + below(12));
    const end = chance(0.25) ? Math.min(newest, start + 1 + below(60)) : null;
    const first = name();
    const renamed = chance(0.2) ? Math.min(newest, start + 1 + below(20)) : null;
    const organization = {
      id,
      names:
        renamed === null
          ? [{ name: first, language: "NB", certainty: "STATED" } as const]
          : [
              { name: first, language: "NB", period: `${start}/${renamed}`, certainty: "STATED" } as const,
              { name: name(), language: "NB", period: `${renamed}/`, certainty: "STATED" } as const,
            ],
      aliases: chance(0.3) ? [first.split(" ")[0] as string] : [],
      existence: `${start}/${end ?? ""}`,
      town: town(below(townCount)),
      country: "place/norway",
      sector: sector(below(sectorCount)),
      products: { nb: [oneOf(trades).toLowerCase()] },
      distinctFrom: [],
      ...fact(),
    };
    if (section === "firms") records.firms.push({ ...organization, kind: oneOf(Object.values(FirmKind)) });
    if (section === "institutions") {
      const kinds = Object.values(InstitutionKind).filter((each) => each !== InstitutionKind.STATE);
      records.institutions.push({ ...organization, kind: oneOf(kinds) });
    }
    if (section === "units") records.units.push(organization);
    if (section === "groups") records.groups.push({ ...organization, description: { en: "Some." }, members: [] });

    const descend = (predecessor: number): void => {
      records.descents.push({
        predecessor: ids[predecessor] as string,
        successor: id,
        mechanism: oneOf(Object.values(Mechanism).filter((each) => each !== Mechanism.INITIATIVE)),
        continuity: [oneOf(Object.values(Continuity))],
        date: String(start),
        ...fact(),
      });
    };
    if (parent !== null) {
      descend(parent);
      const other = below(index);
      if (other !== parent && chance(merging)) descend(other);
    }
    // Owners are earlier ones, so that nobody owns itself by a way.
    for (let count = index === 0 ? 0 : 1 + below(2); count > 0; count--) {
      const from = Math.min(newest, start + below(30));
      records.ownerships.push({
        owner: ids[below(index)] as string,
        owned: id,
        share: 1 + below(count === 1 ? 50 : 49),
        period: chance(0.5) ? `${from}/` : `${from}/${Math.min(newest, from + 1 + below(20))}`,
        ...fact(),
      });
    }
    if (section === "units" && index > 0) {
      records.placements.push({ unit: id, parent: ids[below(index)] as string, period: `${start}/`, ...fact() });
    }
    if (chance(0.5)) {
      records.observations.push({
        id: `observation/o-${index}`,
        measure: "employees",
        organization: id,
        categories: [],
        period: String(Math.min(newest, start + below(50))),
        value: 1 + below(500),
        ...fact(),
      });
    }
    ids.push(id);
    founded.push(start);
    members.push(index);
    familyOf.push(family);
  }
  return {
    version: `${seed}`.padStart(4, "0") + `${organizations}`.padStart(60, "0"),
    manifest: {
      id: "register",
      title: { en: "A register for measuring" },
      description: { en: `${organizations} made-up organizations.` },
      licence: "CC0-1.0",
      source: "source/register",
      minimumCounts: {},
      minimumCountsByTown: {},
      exceptions: [],
      leftOut: [],
    },
    records,
  };
}
