import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Language as Languages, inLanguage } from "../../domain/language.js";
import type { Descent as DescentRecord } from "../../domain/lineage.js";
import type { Ownership as OwnershipRecord } from "../../domain/ownership.js";
import { held, parseInterval } from "../../domain/period.js";
import type * as records from "../../domain/relation.js";
import type { Context } from "../context.js";
import { Edtf } from "../scalars/edtf.js";
import { Truth } from "../types/enums.js";
import { Event, Participant } from "../types/history.js";
import { Descent, Owner, Ownership, OwnershipChain } from "../types/lineage.js";
import { Entity } from "../types/node.js";
import { Institution, Organization, Unit } from "../types/organization.js";
import { Person } from "../types/person.js";
import { Place } from "../types/place.js";
import {
  Collaboration,
  Funding,
  Location,
  Membership,
  Placement,
  Role,
  Supply,
  TechnologyTransfer,
} from "../types/relations.js";
import { Observation } from "../types/statistics.js";
import { LanguageArg } from "./language-arg.js";
import type { Chain } from "./ownership-chain.js";
import { required, requiredAll } from "./required.js";

// The ends of relations: what they carry themselves stands in their types.

@Resolver(() => Descent)
export class DescentResolver {
  @FieldResolver(() => Organization, { description: "What the successor came out of." })
  predecessor(@Root() { predecessor }: DescentRecord, @Ctx() { loaders }: Context) {
    return required(loaders, predecessor);
  }

  @FieldResolver(() => Organization, { description: "What came out of the predecessor." })
  successor(@Root() { successor }: DescentRecord, @Ctx() { loaders }: Context) {
    return required(loaders, successor);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The division, department or plant that became the successor; null where the source names none.",
  })
  through(@Root() { through }: DescentRecord, @Ctx() { loaders }: Context) {
    return through === null ? null : required(loaders, through);
  }

  @FieldResolver(() => Event, {
    nullable: true,
    description: "The event in which it happened; null where none is recorded.",
  })
  event(@Root() { event }: DescentRecord, @Ctx() { loaders }: Context) {
    return event === null ? null : required(loaders, event);
  }
}

@Resolver(() => Ownership)
export class OwnershipResolver {
  @FieldResolver(() => Owner, { description: "Who owned." })
  owner(@Root() { owner }: OwnershipRecord, @Ctx() { loaders }: Context) {
    return required(loaders, owner);
  }

  @FieldResolver(() => Organization, { description: "What was owned." })
  owned(@Root() { owned }: OwnershipRecord, @Ctx() { loaders }: Context) {
    return required(loaders, owned);
  }

  @FieldResolver(() => Truth, { description: "Whether it held throughout the date asked for." })
  holds(
    @Root() { bounds }: OwnershipRecord,
    @Arg("at", () => Edtf, { description: "The date in question." }) at: string,
  ): Truth {
    return held(bounds, parseInterval(at));
  }
}

@Resolver(() => OwnershipChain)
export class OwnershipChainResolver {
  @FieldResolver(() => Owner, { description: "The last owner up the chain." })
  owner(@Root() { owner }: Chain, @Ctx() { loaders }: Context) {
    return required(loaders, owner);
  }
}

@Resolver(() => Location)
export class LocationResolver {
  @FieldResolver(() => Place, { description: "Where it was." })
  place(@Root() { place }: records.Location, @Ctx() { loaders }: Context) {
    return required(loaders, place);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The park, centre or campus whose tenant it was; null where it was none's.",
  })
  host(@Root() { host }: records.Location, @Ctx() { loaders }: Context) {
    return host === null ? null : required(loaders, host);
  }
}

@Resolver(() => Supply)
export class SupplyResolver {
  @FieldResolver(() => Organization, { description: "Who supplied." })
  supplier(@Root() { supplier }: records.Supply, @Ctx() { loaders }: Context) {
    return required(loaders, supplier);
  }

  @FieldResolver(() => Organization, { description: "Who was supplied." })
  customer(@Root() { customer }: records.Supply, @Ctx() { loaders }: Context) {
    return required(loaders, customer);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What was supplied; null where the source does not say.",
  })
  what(@Root() { what }: records.Supply, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(what, language);
  }
}

@Resolver(() => Funding)
export class FundingResolver {
  @FieldResolver(() => Organization, { description: "Who gave the money." })
  funder(@Root() { funder }: records.Funding, @Ctx() { loaders }: Context) {
    return required(loaders, funder);
  }

  @FieldResolver(() => Organization, { description: "Who got it." })
  recipient(@Root() { recipient }: records.Funding, @Ctx() { loaders }: Context) {
    return required(loaders, recipient);
  }

  @FieldResolver(() => String, { nullable: true, description: "What it was for; null where the source does not say." })
  what(@Root() { what }: records.Funding, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(what, language);
  }

  @FieldResolver(() => Observation, {
    nullable: true,
    description: "How much it was; null where the source gives no figure.",
  })
  amount(@Root() { amount }: records.Funding, @Ctx() { loaders }: Context) {
    return amount === null ? null : required(loaders, amount);
  }
}

@Resolver(() => TechnologyTransfer)
export class TechnologyTransferResolver {
  @FieldResolver(() => Organization, { description: "Who had the technology." })
  source(@Root() { source }: records.TechnologyTransfer, @Ctx() { loaders }: Context) {
    return required(loaders, source);
  }

  @FieldResolver(() => Organization, { description: "Who took it over." })
  recipient(@Root() { recipient }: records.TechnologyTransfer, @Ctx() { loaders }: Context) {
    return required(loaders, recipient);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What was taken over; null where the source does not say.",
  })
  what(@Root() { what }: records.TechnologyTransfer, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(what, language);
  }
}

@Resolver(() => Placement)
export class PlacementResolver {
  @FieldResolver(() => Unit, { description: "The unit." })
  unit(@Root() { unit }: records.Placement, @Ctx() { loaders }: Context) {
    return required(loaders, unit);
  }

  @FieldResolver(() => Organization, { description: "What it was part of." })
  parent(@Root() { parent }: records.Placement, @Ctx() { loaders }: Context) {
    return required(loaders, parent);
  }
}

@Resolver(() => Collaboration)
export class CollaborationResolver {
  @FieldResolver(() => [Organization], { description: "Who worked together; at least two." })
  parties(@Root() { parties }: records.Collaboration, @Ctx() { loaders }: Context) {
    return requiredAll(loaders, parties);
  }

  @FieldResolver(() => String, { nullable: true, description: "About what; null where the source does not say." })
  about(@Root() { about }: records.Collaboration, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(about, language);
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Organization, { description: "Who belonged to it." })
  member(@Root() { member }: records.Membership, @Ctx() { loaders }: Context) {
    return required(loaders, member);
  }

  @FieldResolver(() => Institution, { description: "What it belonged to." })
  body(@Root() { body }: records.Membership, @Ctx() { loaders }: Context) {
    return required(loaders, body);
  }
}

@Resolver(() => Role)
export class RoleResolver {
  @FieldResolver(() => Person, { description: "Who had the role." })
  person(@Root() { person }: records.Role, @Ctx() { loaders }: Context) {
    return required(loaders, person);
  }

  @FieldResolver(() => Organization, { description: "Where." })
  organization(@Root() { organization }: records.Role, @Ctx() { loaders }: Context) {
    return required(loaders, organization);
  }

  @FieldResolver(() => String, { description: "The role in words." })
  role(@Root() { role, kind }: records.Role, @LanguageArg(Languages.EN) language: Languages) {
    return inLanguage(role, language) ?? kind;
  }
}

@Resolver(() => Participant)
export class ParticipantResolver {
  @FieldResolver(() => Entity, { description: "Who took part." })
  node(@Root() { node }: records.Participant, @Ctx() { loaders }: Context) {
    return required(loaders, node);
  }
}
