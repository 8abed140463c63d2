// The closed lists of words that the schema, the statements, the dataset files and the code all use.

export const NodeKind = {
  TOWN: "TOWN",
  PLACE: "PLACE",
  FIRM: "FIRM",
  INSTITUTION: "INSTITUTION",
  UNIT: "UNIT",
  GROUP: "GROUP",
  PERSON: "PERSON",
  PHASE: "PHASE",
  EVENT: "EVENT",
  SECTOR: "SECTOR",
  TABLE: "TABLE",
  OBSERVATION: "OBSERVATION",
  CONTRADICTION: "CONTRADICTION",
  SOURCE: "SOURCE",
} as const;
export type NodeKind = (typeof NodeKind)[keyof typeof NodeKind];

export const OrganizationKind = { FIRM: "FIRM", INSTITUTION: "INSTITUTION", UNIT: "UNIT", GROUP: "GROUP" } as const;
export type OrganizationKind = (typeof OrganizationKind)[keyof typeof OrganizationKind];

export const FirmKind = {
  SYSTEM_FIRM: "SYSTEM_FIRM",
  TECHNOLOGY_SUPPLIER: "TECHNOLOGY_SUPPLIER",
  CONTRACT_SUPPLIER: "CONTRACT_SUPPLIER",
  MANUFACTURER: "MANUFACTURER",
  SOFTWARE_FIRM: "SOFTWARE_FIRM",
  SERVICE_FIRM: "SERVICE_FIRM",
  CONSULTANCY: "CONSULTANCY",
  CORPORATE_GROUP: "CORPORATE_GROUP",
  INVESTOR: "INVESTOR",
  OTHER: "OTHER",
} as const;
export type FirmKind = (typeof FirmKind)[keyof typeof FirmKind];

export const InstitutionKind = {
  RESEARCH_INSTITUTE: "RESEARCH_INSTITUTE",
  UNIVERSITY: "UNIVERSITY",
  UNIVERSITY_COLLEGE: "UNIVERSITY_COLLEGE",
  SCHOOL: "SCHOOL",
  MINISTRY: "MINISTRY",
  PUBLIC_AGENCY: "PUBLIC_AGENCY",
  MUNICIPALITY: "MUNICIPALITY",
  COUNTY: "COUNTY",
  FUND: "FUND",
  INCUBATOR: "INCUBATOR",
  INNOVATION_CENTRE: "INNOVATION_CENTRE",
  CLUSTER_ORGANIZATION: "CLUSTER_ORGANIZATION",
  BUSINESS_ASSOCIATION: "BUSINESS_ASSOCIATION",
  UNION: "UNION",
  NETWORK: "NETWORK",
  PROGRAMME: "PROGRAMME",
  PROJECT: "PROJECT",
  POLITICAL_PARTY: "POLITICAL_PARTY",
  PARLIAMENT: "PARLIAMENT",
  SCIENCE_PARK: "SCIENCE_PARK",
  HOSPITAL: "HOSPITAL",
  INTERNATIONAL_ORGANIZATION: "INTERNATIONAL_ORGANIZATION",
  STATE: "STATE",
  ARMED_FORCES: "ARMED_FORCES",
  OTHER: "OTHER",
} as const;
export type InstitutionKind = (typeof InstitutionKind)[keyof typeof InstitutionKind];

export const PlaceKind = {
  TOWN: "TOWN",
  SITE: "SITE",
  MUNICIPALITY: "MUNICIPALITY",
  ECONOMIC_REGION: "ECONOMIC_REGION",
  COUNTY: "COUNTY",
  PART_OF_COUNTRY: "PART_OF_COUNTRY",
  COUNTRY: "COUNTRY",
  AGGREGATE: "AGGREGATE",
  ABROAD: "ABROAD",
} as const;
export type PlaceKind = (typeof PlaceKind)[keyof typeof PlaceKind];

export const Mechanism = {
  SUCCESSION: "SUCCESSION",
  DIVISION_SPLIT: "DIVISION_SPLIT",
  EMPLOYEE_SPIN_OFF: "EMPLOYEE_SPIN_OFF",
  OUTSOURCED: "OUTSOURCED",
  RESEARCH_SPIN_OFF: "RESEARCH_SPIN_OFF",
  MERGER: "MERGER",
  JOINT_VENTURE: "JOINT_VENTURE",
  SUBSIDIARY: "SUBSIDIARY",
  BRANCH: "BRANCH",
  BUYOUT: "BUYOUT",
  RE_ESTABLISHMENT: "RE_ESTABLISHMENT",
  INITIATIVE: "INITIATIVE",
  UNSPECIFIED: "UNSPECIFIED",
} as const;
export type Mechanism = (typeof Mechanism)[keyof typeof Mechanism];

export const Continuity = {
  LEGAL: "LEGAL",
  BUSINESS: "BUSINESS",
  PEOPLE: "PEOPLE",
  TECHNOLOGY: "TECHNOLOGY",
  SITE: "SITE",
  BRAND: "BRAND",
} as const;
export type Continuity = (typeof Continuity)[keyof typeof Continuity];

export const LocationUse = {
  HEAD_OFFICE: "HEAD_OFFICE",
  PRODUCTION: "PRODUCTION",
  RESEARCH: "RESEARCH",
  SALES: "SALES",
  SITE: "SITE",
} as const;
export type LocationUse = (typeof LocationUse)[keyof typeof LocationUse];

export const CollaborationForm = {
  RESEARCH: "RESEARCH",
  DEVELOPMENT: "DEVELOPMENT",
  ALLIANCE: "ALLIANCE",
  EDUCATION: "EDUCATION",
  RECRUITMENT: "RECRUITMENT",
  ORGANIZATION_BUILDING: "ORGANIZATION_BUILDING",
  OTHER: "OTHER",
} as const;
export type CollaborationForm = (typeof CollaborationForm)[keyof typeof CollaborationForm];

export const MembershipRole = { MEMBER: "MEMBER", PARTNER: "PARTNER", OPERATOR: "OPERATOR", TENANT: "TENANT" } as const;
export type MembershipRole = (typeof MembershipRole)[keyof typeof MembershipRole];

export const TransferKind = {
  LICENCE: "LICENCE",
  RIGHTS: "RIGHTS",
  RESEARCH_RESULTS: "RESEARCH_RESULTS",
  OTHER: "OTHER",
} as const;
export type TransferKind = (typeof TransferKind)[keyof typeof TransferKind];

export const RoleKind = {
  FOUNDER: "FOUNDER",
  CHIEF_EXECUTIVE: "CHIEF_EXECUTIVE",
  MANAGER: "MANAGER",
  CHAIR: "CHAIR",
  RESEARCHER: "RESEARCHER",
  POLITICIAN: "POLITICIAN",
  OFFICIAL: "OFFICIAL",
  AUTHOR: "AUTHOR",
  INFORMANT: "INFORMANT",
  OTHER: "OTHER",
} as const;
export type RoleKind = (typeof RoleKind)[keyof typeof RoleKind];

export const EventKind = {
  FOUNDING: "FOUNDING",
  SPIN_OFF: "SPIN_OFF",
  BREAK_UP: "BREAK_UP",
  MERGER: "MERGER",
  ACQUISITION: "ACQUISITION",
  JOINT_VENTURE: "JOINT_VENTURE",
  BUYOUT: "BUYOUT",
  RENAMING: "RENAMING",
  RELOCATION: "RELOCATION",
  LISTING: "LISTING",
  PRIVATIZATION: "PRIVATIZATION",
  GOVERNANCE_CHANGE: "GOVERNANCE_CHANGE",
  CLOSURE: "CLOSURE",
  BANKRUPTCY: "BANKRUPTCY",
  RE_ESTABLISHMENT: "RE_ESTABLISHMENT",
  CONTRACT: "CONTRACT",
  CRISIS: "CRISIS",
  REGULATION: "REGULATION",
  TECHNOLOGY: "TECHNOLOGY",
  POLICY_DECISION: "POLICY_DECISION",
  OTHER: "OTHER",
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

export const ParticipantRole = {
  PREDECESSOR: "PREDECESSOR",
  SUCCESSOR: "SUCCESSOR",
  ACQUIRER: "ACQUIRER",
  SELLER: "SELLER",
  FOUNDER: "FOUNDER",
  INITIATOR: "INITIATOR",
  PARTY: "PARTY",
  SUBJECT: "SUBJECT",
} as const;
export type ParticipantRole = (typeof ParticipantRole)[keyof typeof ParticipantRole];

export const TechnologyIntensity = {
  HIGH: "HIGH",
  MEDIUM_HIGH: "MEDIUM_HIGH",
  MEDIUM_LOW: "MEDIUM_LOW",
  KNOWLEDGE_INTENSIVE_SERVICE: "KNOWLEDGE_INTENSIVE_SERVICE",
  OTHER: "OTHER",
} as const;
export type TechnologyIntensity = (typeof TechnologyIntensity)[keyof typeof TechnologyIntensity];

export const ClaimRank = { PREFERRED: "PREFERRED", NORMAL: "NORMAL", DEPRECATED: "DEPRECATED" } as const;
export type ClaimRank = (typeof ClaimRank)[keyof typeof ClaimRank];

export const GapKind = {
  OWNER_UNKNOWN: "OWNER_UNKNOWN",
  DATE_UNKNOWN: "DATE_UNKNOWN",
  ORIGIN_UNKNOWN: "ORIGIN_UNKNOWN",
  TOWN_UNKNOWN: "TOWN_UNKNOWN",
} as const;
export type GapKind = (typeof GapKind)[keyof typeof GapKind];
