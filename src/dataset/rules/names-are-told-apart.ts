import type { Located } from "../dataset.js";
import type { Rule } from "./rule.js";

const organizations = ["firms", "institutions", "units", "groups"] as const;
type OrganizationRecord = Located<(typeof organizations)[number]>;

export const namesAreToldApart: Rule = {
  name: "names-are-told-apart",
  description:
    "Two organizations of one name say so in distinctFrom; else they are one organization entered twice, which the search could not tell apart.",
  scope: organizations,
  *check({ records }) {
    const bearers = new Map<string, OrganizationRecord[]>();
    const everyone: OrganizationRecord[] = organizations.flatMap((section) => [...records[section]]);
    for (const located of everyone) {
      const { names, aliases } = located.record;
      const forms = new Set([...names.map(({ name }) => name), ...aliases].map(folded));
      for (const form of forms) bearers.set(form, [...(bearers.get(form) ?? []), located]);
    }
    const reported = new Set<string>();
    for (const [form, [first, ...others]] of bearers) {
      for (const other of others) {
        if (first === undefined || marked(first, other)) continue;
        const pair = `${first.record.id} ${other.record.id}`;
        if (reported.has(pair)) continue;
        reported.add(pair);
        const message = `expected distinctFrom: [${first.record.id}], or one record; both are called "${form}"`;
        yield { located: other, path: ["names"], message };
      }
    }
  },
};

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ");
}

function marked(a: OrganizationRecord, b: OrganizationRecord): boolean {
  return a.record.distinctFrom.includes(b.record.id) || b.record.distinctFrom.includes(a.record.id);
}
