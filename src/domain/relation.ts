import type { DatedFact } from "./fact.js";
import type { LocalizedText } from "./language.js";
import type {
  CollaborationForm,
  LocationUse,
  MembershipRole,
  ParticipantRole,
  RoleKind,
  TransferKind,
} from "./vocabulary.js";

/** A unit's place in an organization. Ids throughout this file. */
export interface Placement extends DatedFact {
  readonly unit: string;
  readonly parent: string;
}

export interface Location extends DatedFact {
  readonly organization: string;
  readonly place: string;
  readonly use: LocationUse | null;
  /** The park, centre or campus whose tenant it is. */
  readonly host: string | null;
}

export interface Supply extends DatedFact {
  readonly supplier: string;
  readonly customer: string;
  readonly what: LocalizedText;
}

export interface Collaboration extends DatedFact {
  readonly parties: readonly string[];
  readonly form: CollaborationForm;
  readonly about: LocalizedText;
}

export interface Membership extends DatedFact {
  readonly id: string;
  readonly member: string;
  readonly body: string;
  readonly as: MembershipRole;
}

export interface Funding extends DatedFact {
  readonly funder: string;
  readonly recipient: string;
  readonly what: LocalizedText;
  /** Id of an observation. */
  readonly amount: string | null;
}

/** Technology taken over without descent. */
export interface TechnologyTransfer extends DatedFact {
  readonly source: string;
  readonly recipient: string;
  readonly kind: TransferKind;
  readonly what: LocalizedText;
}

export interface Role extends DatedFact {
  readonly person: string;
  readonly organization: string;
  readonly kind: RoleKind;
  /** In the source's words. */
  readonly role: LocalizedText;
}

/** Someone's part in an event. */
export interface Participant {
  readonly role: ParticipantRole;
  readonly node: string;
}
