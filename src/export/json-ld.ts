import { type Citation, locator } from "../domain/citation.js";
import type { Source } from "../domain/entity.js";
import type { Fact } from "../domain/fact.js";
import { type LocalizedList, type LocalizedText } from "../domain/language.js";
import type { HistoricalDate } from "../domain/historical-date.js";
import type { OrganizationKind } from "../domain/vocabulary.js";
import type { Link, Linked, Subgraph } from "../knowledge/subgraph.js";

type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * A network in JSON-LD 1.1, in the terms of the W3C's Organization Ontology (https://www.w3.org/TR/vocab-org/: what came
 * out of what is an `org:ChangeEvent`, roles and members are `org:Membership`), of PROV-O (the place in a source that a
 * statement rests on is what it `prov:wasDerivedFrom`) and of schema.org. What they have no term for stands under
 * `opphav:`. Dates are EDTF literals as the source has them; founding and end also as XML Schema dates where they are
 * exact.
 *
 * @param base The address of the service, which the ids are relative to: `https://example.org/`.
 */
export async function* jsonLd(
  { nodes, links }: Subgraph,
  sources: readonly Source[],
  base: string,
): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(contextOf(base))},\n"@graph":[\n`;
  yield sources.map((source) => JSON.stringify(sourceNode(source))).join(",\n");
  for await (const part of nodes()) {
    for (const node of part) yield `,\n${JSON.stringify(nodeOf(node))}`;
  }
  for await (const part of links()) {
    for (const link of part) yield `,\n${JSON.stringify(statementOf(link))}`;
  }
  yield "\n]}\n";
}

const contextOf = (base: string): Json => ({
  "@version": 1.1,
  "@base": base,
  org: "http://www.w3.org/ns/org#",
  prov: "http://www.w3.org/ns/prov#",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  edtf: "http://id.loc.gov/datatypes/edtf/",
  opphav: `${base}ns#`,
});

const types: Readonly<Record<OrganizationKind, readonly string[]>> = {
  FIRM: ["org:FormalOrganization", "schema:Corporation"],
  INSTITUTION: ["org:FormalOrganization", "schema:Organization"],
  UNIT: ["org:OrganizationalUnit", "schema:Organization"],
  GROUP: ["org:Organization", "schema:Organization"],
};

function nodeOf(node: Linked): Json {
  if (node.kind === "PERSON") {
    return {
      "@id": node.id,
      "@type": ["schema:Person", "prov:Person"],
      "schema:name": node.name,
      "skos:altLabel": some(node.aliases),
      ...restingOn(node),
    };
  }
  const { existence } = node;
  return {
    "@id": node.id,
    "@type": types[node.kind],
    "schema:name": node.names.map(({ name, language }) => ({ "@value": name, "@language": language.toLowerCase() })),
    "skos:altLabel": some(node.aliases),
    "schema:description": localized(node.summary),
    "schema:foundingDate": exact(existence.start),
    "schema:dissolutionDate": exact(existence.end),
    "dcterms:temporal": edtf(existence.edtf),
    "schema:location": reference(node.town ?? node.country),
    "opphav:sector": reference(node.sector),
    "opphav:products": localizedList(node.products),
    "opphav:kind": node.firmKind ?? node.institutionKind ?? undefined,
    "org:hasMember": some(node.members.map((id) => ({ "@id": id }))),
    ...restingOn(node),
  };
}

/** A relation as a node of its own, since it has a time, a certainty and pages. */
function statementOf({ kind, from, to, fact }: Link): Json {
  const common = {
    "dcterms:temporal": "date" in fact ? edtf(fact.date?.edtf) : edtf(fact.period?.edtf),
    ...restingOn(fact),
  };
  const ends = { "opphav:from": reference(from), "opphav:to": reference(to) };
  switch (kind) {
    case "DESCENDS_FROM":
      return {
        "@type": "org:ChangeEvent",
        "org:originalOrganization": reference(fact.predecessor),
        "org:resultingOrganization": reference(fact.successor),
        "opphav:mechanism": fact.mechanism,
        "opphav:continuity": some(fact.continuity),
        "opphav:through": reference(fact.through),
        ...common,
      };
    case "ROLE_IN":
      return {
        "@type": "org:Membership",
        "org:member": reference(from),
        "org:organization": reference(to),
        "org:role": { "@type": "org:Role", "skos:notation": fact.kind, "skos:prefLabel": localized(fact.role) },
        ...common,
      };
    case "MEMBER_OF":
      return {
        "@type": "org:Membership",
        "org:member": reference(from),
        "org:organization": reference(to),
        "org:role": { "@type": "org:Role", "skos:notation": fact.as },
        ...common,
      };
    case "PART_OF":
      return { "@id": from, "org:unitOf": { "@id": to, "org:hasUnit": { "@id": from } } };
    case "OWNS":
      return {
        "@type": "opphav:Ownership",
        ...ends,
        "opphav:share": fact.share ?? undefined,
        "opphav:shareAtLeast": fact.shareAtLeast ?? undefined,
        "opphav:shareAtMost": fact.shareAtMost ?? undefined,
        "opphav:observedAt": edtf(fact.observedAt),
        ...common,
      };
    case "SUPPLIES":
      return { "@type": "opphav:Supply", ...ends, "schema:description": localized(fact.what), ...common };
    case "FUNDS":
      return { "@type": "opphav:Funding", ...ends, "schema:description": localized(fact.what), ...common };
    case "TECHNOLOGY_FROM":
      return {
        "@type": "opphav:TechnologyTransfer",
        ...ends,
        "opphav:kind": fact.kind,
        "schema:description": localized(fact.what),
        ...common,
      };
    case "WORKS_WITH":
      return {
        "@type": "opphav:Collaboration",
        ...ends,
        "opphav:form": fact.form,
        "schema:description": localized(fact.about),
        ...common,
      };
  }
}

function sourceNode({ id, title, authors, year, publisher, series, number }: Source): Json {
  return {
    "@id": id,
    "@type": ["prov:Entity", "schema:Report"],
    "schema:name": title,
    "schema:author": authors.map((name) => ({ "@type": "schema:Person", "schema:name": name })),
    "schema:datePublished": { "@value": String(year), "@type": "xsd:gYear" },
    "schema:publisher": publisher ?? undefined,
    "schema:isPartOf": series ?? undefined,
    "schema:reportNumber": number ?? undefined,
  };
}

function restingOn({ certainty, citations, note }: Fact): { readonly [key: string]: Json | undefined } {
  return {
    "opphav:certainty": certainty,
    "opphav:note": note ?? undefined,
    "prov:wasDerivedFrom": some(citations.map(citationNode)),
  };
}

function citationNode(citation: Citation): Json {
  return {
    "@type": "prov:Entity",
    "schema:isPartOf": { "@id": citation.source },
    "schema:pagination": citation.page === null ? undefined : String(citation.page),
    "dcterms:bibliographicCitation": locator(citation),
  };
}

function reference(id: string | null): Json | undefined {
  return id === null ? undefined : { "@id": id };
}

function edtf(text: string | null | undefined): Json | undefined {
  return text == null || text === "/" ? undefined : { "@value": text, "@type": "edtf:EDTF" };
}

const forms = [
  [/^\d{4}$/, "xsd:gYear"],
  [/^\d{4}-\d{2}$/, "xsd:gYearMonth"],
  [/^\d{4}-\d{2}-\d{2}$/, "xsd:date"],
] as const;

/** A date as XML Schema has it; undefined where it is vague. */
function exact(date: HistoricalDate | null): Json | undefined {
  const type = forms.find(([form]) => date !== null && form.test(date.edtf))?.[1];
  return date === null || type === undefined ? undefined : { "@value": date.edtf, "@type": type };
}

function localized(text: LocalizedText): Json | undefined {
  return some(
    Object.entries(text).flatMap(([language, value]: [string, string | undefined]) =>
      value === undefined ? [] : [{ "@value": value, "@language": language }],
    ),
  );
}

function localizedList(list: LocalizedList): Json | undefined {
  return some(
    Object.entries(list).flatMap(([language, values]: [string, readonly string[] | undefined]) =>
      (values ?? []).map((value) => ({ "@value": value, "@language": language })),
    ),
  );
}

/** The list; undefined where it is empty, so that nothing is written of it. */
function some<Item extends Json>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}
