import type { Rule } from "./rule.js";

export const kindsOfPlaceFit: Rule = {
  name: "kinds-of-place-fit",
  description: "A country is a place of kind COUNTRY, and only an aggregate or a town has parts.",
  scope: ["firms", "institutions", "units", "groups", "places"],
  *check({ records }, index) {
    for (const section of ["firms", "institutions", "units", "groups"] as const) {
      for (const located of records[section]) {
        const { country } = located.record;
        const place = country === undefined ? undefined : index.byId.get(country);
        if (place?.section === "places" && "kind" in place.record && place.record.kind !== "COUNTRY") {
          const message = `expected a place of kind COUNTRY; ${country} is ${place.record.kind}`;
          yield { located, path: ["country"], message };
        }
      }
    }
    for (const located of records.places) {
      const { id, kind, parts } = located.record;
      if (kind !== "AGGREGATE" && parts.length > 0) {
        yield { located, path: ["parts"], message: `expected parts of an AGGREGATE only; ${id} is ${kind}` };
      }
    }
  },
};
