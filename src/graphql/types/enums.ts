import { registerEnumType } from "type-graphql";
import { Certainty } from "../../domain/certainty.js";
import { Language } from "../../domain/language.js";
import { Truth } from "../../domain/truth.js";
import {
  ClaimRank,
  CollaborationForm,
  Continuity,
  EventKind,
  FirmKind,
  GapKind,
  InstitutionKind,
  LocationUse,
  Mechanism,
  MembershipRole,
  NodeKind,
  OrganizationKind,
  ParticipantRole,
  PlaceKind,
  RoleKind,
  TechnologyIntensity,
  TransferKind,
} from "../../domain/vocabulary.js";
import { ObservationDimension } from "../../domain/observation-groups.js";
import { OrderField, OrganizationDimension, SortDirection } from "../../knowledge/organizations.js";

export {
  Certainty,
  ClaimRank,
  CollaborationForm,
  Continuity,
  EventKind,
  FirmKind,
  GapKind,
  InstitutionKind,
  Language,
  LocationUse,
  Mechanism,
  MembershipRole,
  NodeKind,
  ObservationDimension,
  OrderField,
  OrganizationDimension,
  OrganizationKind,
  ParticipantRole,
  PlaceKind,
  RoleKind,
  SortDirection,
  TechnologyIntensity,
  TransferKind,
  Truth,
};

/** Registers an enum with a description for each of its values: the type sees to it that none is left out. */
function register<Values extends Readonly<Record<string, string>>>(
  values: Values,
  name: string,
  description: string,
  described: { readonly [Value in keyof Values]: string },
): void {
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(described).map(([value, text]) => [value, { description: text }]),
    ) as never,
  });
}

register(Language, "Language", "Languages of the graph.", {
  NB: "Norwegian Bokmål, the language of the sources and of most names.",
  EN: "English, the language of summaries.",
});

register(NodeKind, "NodeKind", "What a node is; the first part of its id says the same.", {
  TOWN: "One of the towns studied.",
  PLACE: "Any other place: a site, a municipality, a country, a set of places counted together.",
  FIRM: "An undertaking run as a business; one node for as long as it is the same undertaking, whatever it is called.",
  INSTITUTION: "A research institute, school, ministry, municipality, fund, programme, network or the like.",
  UNIT: "A division, department, plant or business line inside an organization.",
  GROUP: "Organizations or owners that the source describes and does not name, or counts together.",
  PERSON: "A founder, director, researcher, politician, author or informant named in a source.",
  PHASE: "A period in a town's history, in a division that the source makes.",
  EVENT: "A dated happening: a founding, a break-up, an acquisition.",
  SECTOR: "A sector of industry, or a group of sectors that tables use.",
  TABLE: "A table or figure of a source.",
  OBSERVATION: "One cell of a table, or one figure in the text.",
  CONTRADICTION: "Two or more statements that cannot all be right.",
  SOURCE: "What facts are cited from.",
});

register(OrganizationKind, "OrganizationKind", "The four kinds of organization.", {
  FIRM: "An undertaking run as a business.",
  INSTITUTION: "A research institute, school, ministry, municipality, fund, programme, network or the like.",
  UNIT: "A division, department, plant or business line inside an organization.",
  GROUP: "Organizations or owners that the source describes and does not name, or counts together.",
});

register(Truth, "Truth", "Whether something held at a point in time, given how precisely the dates are known.", {
  YES: "It certainly did.",
  POSSIBLY: "The dates leave it open.",
  NO: "It certainly did not.",
});

register(
  Certainty,
  "Certainty",
  "What a fact rests on: `STATED` > `INFERRED` > `DISPUTED`. What is derived is as certain as its weakest link.",
  {
    STATED: "The source says it.",
    INFERRED: "It follows from the source without being said there; a note says from what.",
    DISPUTED: "The source disagrees with itself or with another.",
  },
);

register(
  Mechanism,
  "Mechanism",
  "How an organization came out of another. Being bought is no descent: a buyer is an owner.",
  {
    SUCCESSION: "Another legal entity carries the business on.",
    DIVISION_SPLIT: "A division or department is made a company, a break-up included.",
    EMPLOYEE_SPIN_OFF: "People leave and found it on what they learnt there.",
    OUTSOURCED: "Production is shed to a new supplier.",
    RESEARCH_SPIN_OFF: "Results of an institute or university are made a business.",
    MERGER: "Formed from two or more.",
    JOINT_VENTURE: "Founded together by others.",
    SUBSIDIARY: "Set up by its parent as a company of its own.",
    BRANCH: "Set up by its parent as a branch.",
    BUYOUT: "Taken over by managers or employees as a new company.",
    RE_ESTABLISHMENT: "Started again after closure or bankruptcy.",
    INITIATIVE:
      "Founded on the initiative of another. Nothing carries over, and it is followed only where it is asked for by name.",
    UNSPECIFIED: "The source says that it came out of it, and not how.",
  },
);

register(Continuity, "Continuity", "What carried over from predecessor to successor.", {
  LEGAL: "The legal person.",
  BUSINESS: "Business: products, contracts, customers.",
  PEOPLE: "People and what they know.",
  TECHNOLOGY: "Technology: designs, rights, machinery.",
  SITE: "The place of work.",
  BRAND: "The name that customers know.",
});

register(PlaceKind, "PlaceKind", "What kind of place it is.", {
  TOWN: "One of the towns studied.",
  SITE: "A spot within a municipality: an industrial area, an island, a quarter.",
  MUNICIPALITY: "A municipality (kommune).",
  ECONOMIC_REGION: "An economic region: several municipalities that statistics count as one labour market.",
  COUNTY: "A county (fylke).",
  PART_OF_COUNTRY: "A part of a country: the east of Norway.",
  COUNTRY: "A country.",
  AGGREGATE: "A set of places that a table counts together; its parts are the members.",
  ABROAD: "A place outside Norway that is no country.",
});

register(FirmKind, "FirmKind", "The part a firm plays in its trade.", {
  SYSTEM_FIRM: "Sells whole systems under its own name, and has others make parts of them.",
  TECHNOLOGY_SUPPLIER: "Sells components that it develops itself.",
  CONTRACT_SUPPLIER: "Makes to the customer's design.",
  MANUFACTURER: "Makes goods of its own, other than systems.",
  SOFTWARE_FIRM: "Sells software.",
  SERVICE_FIRM: "Sells services.",
  CONSULTANCY: "Sells advice or engineering.",
  CORPORATE_GROUP: "A group of companies, or the parent of one.",
  INVESTOR: "Owns firms for a return.",
  OTHER: "Anything else.",
});

register(InstitutionKind, "InstitutionKind", "What kind of institution it is.", {
  RESEARCH_INSTITUTE: "A research institute.",
  UNIVERSITY: "A university.",
  UNIVERSITY_COLLEGE: "A university college (høgskole).",
  SCHOOL: "Any other school.",
  MINISTRY: "A ministry.",
  PUBLIC_AGENCY: "A public agency of the state.",
  MUNICIPALITY: "A municipality as an actor.",
  COUNTY: "A county as an actor.",
  FUND: "A fund that gives money for development or investment.",
  INCUBATOR: "An incubator for new firms.",
  INNOVATION_CENTRE: "A centre for innovation or business development.",
  CLUSTER_ORGANIZATION: "An organization that firms of a cluster keep together.",
  BUSINESS_ASSOCIATION: "An association of firms or a chamber of commerce.",
  UNION: "A trade union.",
  NETWORK: "A network.",
  PROGRAMME: "A programme.",
  PROJECT: "A project.",
  POLITICAL_PARTY: "A political party.",
  PARLIAMENT: "A parliament.",
  SCIENCE_PARK: "A science or business park.",
  HOSPITAL: "A hospital.",
  INTERNATIONAL_ORGANIZATION: "An international organization.",
  STATE: "A state as an actor.",
  ARMED_FORCES: "Armed forces, or a branch of them.",
  OTHER: "Anything else.",
});

register(LocationUse, "LocationUse", "What a place is to an organization.", {
  HEAD_OFFICE: "Its head office.",
  PRODUCTION: "A place of production.",
  RESEARCH: "A place of research or development.",
  SALES: "A sales office.",
  SITE: "A site whose use the source does not tell.",
});

register(CollaborationForm, "CollaborationForm", "In what form organizations work together.", {
  RESEARCH: "Research.",
  DEVELOPMENT: "Development of products or processes.",
  ALLIANCE: "An alliance in the market.",
  EDUCATION: "Education and training.",
  RECRUITMENT: "People hired from one by the other.",
  ORGANIZATION_BUILDING: "Building up an organization together.",
  OTHER: "Any other form, or one that the source does not tell.",
});

register(MembershipRole, "MembershipRole", "As what an organization belongs to an institution.", {
  MEMBER: "A member.",
  PARTNER: "A partner in it.",
  OPERATOR: "Who runs it.",
  TENANT: "A tenant of the park, centre or campus.",
});

register(TransferKind, "TransferKind", "What was taken over from whom had the technology.", {
  LICENCE: "A licence.",
  RIGHTS: "Rights: patents, designs, products.",
  RESEARCH_RESULTS: "Results of research.",
  OTHER: "Technology in another form.",
});

register(RoleKind, "RoleKind", "What a person is to an organization.", {
  FOUNDER: "A founder.",
  CHIEF_EXECUTIVE: "Its chief executive.",
  MANAGER: "A manager below that.",
  CHAIR: "Chair of its board.",
  RESEARCHER: "A researcher or developer.",
  POLITICIAN: "A politician.",
  OFFICIAL: "An official.",
  AUTHOR: "An author of the source, at this institution.",
  INFORMANT: "Someone whom the authors talked with.",
  OTHER: "Anything else.",
});

register(EventKind, "EventKind", "What kind of event it is.", {
  FOUNDING: "Something is founded.",
  SPIN_OFF: "A firm comes out of another or of an institute.",
  BREAK_UP: "An organization is divided into several.",
  MERGER: "Organizations become one.",
  ACQUISITION: "An organization or a share of it is bought.",
  JOINT_VENTURE: "Others found a company together.",
  BUYOUT: "Managers or employees take over.",
  RENAMING: "A name changes.",
  RELOCATION: "Something moves.",
  LISTING: "Shares are listed at an exchange.",
  PRIVATIZATION: "The state sells.",
  GOVERNANCE_CHANGE: "Who governs it changes: a ministry, a legal form, a common management.",
  CLOSURE: "Something is closed.",
  BANKRUPTCY: "A bankruptcy or composition with creditors.",
  RE_ESTABLISHMENT: "Something begins again.",
  CONTRACT: "A contract that mattered.",
  CRISIS: "A crisis.",
  REGULATION: "Rules change: deregulation, trade, standards.",
  TECHNOLOGY: "A technology is developed or introduced.",
  POLICY_DECISION: "A decision of politics.",
  OTHER: "Anything else.",
});

register(ParticipantRole, "ParticipantRole", "As what someone took part in an event.", {
  PREDECESSOR: "What something came out of.",
  SUCCESSOR: "What came out of it.",
  ACQUIRER: "Who bought.",
  SELLER: "Who sold.",
  FOUNDER: "Who founded.",
  INITIATOR: "Who took the initiative.",
  PARTY: "Who was a party to it.",
  SUBJECT: "To whom it happened.",
});

register(
  TechnologyIntensity,
  "TechnologyIntensity",
  "The technology intensity of an activity, by the source's delimitation (after OECD).",
  {
    HIGH: "High technology.",
    MEDIUM_HIGH: "Medium-high technology.",
    MEDIUM_LOW: "Medium-low technology.",
    KNOWLEDGE_INTENSIVE_SERVICE: "Knowledge-intensive service.",
    OTHER: "Anything else that is counted with them.",
  },
);

register(ClaimRank, "ClaimRank", "How a value stands among its rivals.", {
  PREFERRED: "The value that the record itself gives.",
  NORMAL: "A rival value.",
  DEPRECATED: "A value that is known to be wrong, kept as the source has it.",
});

register(GapKind, "GapKind", "What is not known of a node.", {
  OWNER_UNKNOWN: "A firm of a town was there, and no one is known to have owned any of it.",
  DATE_UNKNOWN: "It is not known when a firm, institution or unit of a town began, or when an event happened.",
  ORIGIN_UNKNOWN: "It is not known what a firm of a town came out of, nor who founded it.",
  TOWN_UNKNOWN: "It is not known where in Norway a firm is.",
});

register(OrderField, "OrganizationOrderField", "What organizations are ordered by; ties by id.", {
  NAME: "Their latest name, in Norwegian order.",
  FOUNDED: "The earliest day on which they may have begun; unknown comes last in both directions.",
  DESCENDANTS: "How many organizations descend from them, by all mechanisms but `INITIATIVE`, counted at load.",
});

register(OrganizationDimension, "OrganizationDimension", "What organizations are counted by.", {
  KIND: "Firm, institution, unit or group.",
  FIRM_KIND: "The kind of firm.",
  INSTITUTION_KIND: "The kind of institution.",
  TOWN: "The studied town that it belongs to.",
  COUNTRY: "The country of its head office.",
  SECTOR: "The sector.",
  FOUNDED_DECADE: "The decade in which it certainly began: `198X`.",
});

register(ObservationDimension, "ObservationDimension", "What observations are grouped by.", {
  MEASURE: "The measure; groups are always split by it.",
  UNIT: "The unit; groups are always split by it.",
  PLACE: "The place.",
  SECTOR: "The sector.",
  CATEGORY: "The classes that a cell falls under: `size class: 10-30`.",
  PERIOD: "The year or span of years.",
  TABLE: "The table.",
  ORGANIZATION: "The organization.",
});

register(SortDirection, "Direction", "The direction of an order.", {
  ASC: "The least first.",
  DESC: "The greatest first.",
});
