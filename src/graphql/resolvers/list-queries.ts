import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { parseInterval } from "../../domain/period.js";
import { describeDataset } from "../../knowledge/dataset.js";
import {
  listContradictions,
  listMeasures,
  listPhases,
  listPlaces,
  listSectors,
  listSources,
  listTables,
  listTowns,
} from "../../knowledge/lists.js";
import { placesWithin } from "../../knowledge/place.js";
import type { Event as EventRecord } from "../../domain/entity.js";
import { countEvents, listEvents, readEvents } from "../../knowledge/events.js";
import { countGaps, listGaps } from "../../knowledge/gaps.js";
import { type ListedPerson, countPeople, listPeople, readPeople } from "../../knowledge/people.js";
import type { Context } from "../context.js";
import { pageOf, pageRead, rootPage } from "../page.js";
import {
  ContradictionConnection,
  EventConnection,
  GapConnection,
  ObservationConnection,
  PersonConnection,
} from "../types/connections.js";
import { Dataset } from "../types/dataset.js";
import { Source } from "../types/evidence.js";
import { Phase } from "../types/history.js";
import { Person } from "../types/person.js";
import { Place } from "../types/place.js";
import { Measure, Sector, Table } from "../types/statistics.js";
import { Town } from "../types/town.js";
import { AllObservationsArgs, ContradictionsArgs, EventsArgs, GapsArgs, PeopleArgs, PlacesArgs } from "./arguments.js";
import { byDate } from "./by-date.js";
import { ofKind } from "./node-queries.js";
import { observationPage } from "./observation-list.js";

/** Lists of everything but organizations. */
@Resolver()
export class ListQueries {
  @Query(() => Town, { nullable: true, description: "A studied town by its id; null where there is none." })
  town(@Arg("id", () => ID, { description: "Such as `town/horten`." }) id: string, @Ctx() { loaders }: Context) {
    return ofKind(loaders.entity.load(id), ["TOWN"]);
  }

  @Query(() => [Town], { nullable: true, description: "The towns studied, by name." })
  towns(@Ctx() { reader }: Context) {
    return listTowns(reader);
  }

  @Query(() => Person, { nullable: true, description: "A person by id; null where there is none." })
  person(
    @Arg("id", () => ID, { description: "Such as `person/olaf-stavik`." }) id: string,
    @Ctx() { loaders }: Context,
  ) {
    return ofKind(loaders.entity.load(id), ["PERSON"]);
  }

  @Query(() => PersonConnection, {
    nullable: true,
    description: "People by name: those with a role that fits all that is asked for.",
  })
  async people(@Args(() => PeopleArgs) { organization, town, kinds, ...page }: PeopleArgs, @Ctx() { reader }: Context) {
    const rolesIn = { organization: organization ?? null, town: town ?? null };
    const list = {
      otherwise: rootPage,
      placeOf: ({ sortName: key, person: { id } }: ListedPerson) => ({ key, id }),
      nodeOf: ({ person }: ListedPerson) => person,
    };
    if ((rolesIn.organization ?? rolesIn.town) !== null) {
      return pageOf("people", await listPeople(reader, rolesIn, kinds ?? null), page, list);
    }
    return pageRead("people", (reading) => readPeople(reader, kinds ?? null, reading), page, {
      ...list,
      totalCount: () => countPeople(reader, kinds ?? null),
    });
  }

  @Query(() => [Sector], {
    nullable: true,
    description: "The sectors of the source, and the groups of them that its tables use.",
  })
  sectors(@Ctx() { reader }: Context) {
    return listSectors(reader);
  }

  @Query(() => [Place], {
    nullable: true,
    description: "Places by name: towns, sites, municipalities, countries, sets of them.",
  })
  async places(@Args(() => PlacesArgs) { kinds, within }: PlacesArgs, @Ctx() { reader }: Context) {
    const inside = within == null ? null : new Set(await placesWithin(reader, within));
    const places = await listPlaces(reader);
    return places.filter(
      ({ id, placeKind }) =>
        (kinds == null || kinds.includes(placeKind)) && (inside === null || (inside.has(id) && id !== within)),
    );
  }

  @Query(() => [Table], { nullable: true, description: "The tables and figures of the sources." })
  async tables(
    @Arg("source", () => ID, { nullable: true, description: "Only those of this source; null: of all." })
    source: string | null | undefined,
    @Ctx() { reader }: Context,
  ) {
    const tables = await listTables(reader);
    return tables.filter((table) => source == null || table.source === source);
  }

  @Query(() => [Measure], { nullable: true, description: "What is counted or rated, each with its unit." })
  measures(@Ctx() { reader }: Context) {
    return listMeasures(reader);
  }

  @Query(() => [Phase], {
    nullable: true,
    description: "Phases of history, by beginning: each division that a source makes is kept.",
  })
  async phases(
    @Arg("town", () => ID, { nullable: true, description: "Only phases of this town; null: all." })
    town: string | null | undefined,
    @Ctx() { reader }: Context,
  ) {
    const phases = await listPhases(reader);
    return phases.filter(({ towns }) => town == null || towns.includes(town));
  }

  @Query(() => EventConnection, { nullable: true, description: "Events, by date." })
  async events(@Args(() => EventsArgs) { where, ...page }: EventsArgs, @Ctx() { reader }: Context) {
    const conditions = {
      town: where?.town ?? null,
      participant: where?.participant ?? null,
      phase: where?.phase ?? null,
      kinds: where?.kinds ?? null,
      during: where?.during == null ? null : parseInterval(where.during),
      certainOnly: where?.certainOnly ?? false,
    };
    const list = { otherwise: rootPage, placeOf: byDate, nodeOf: (event: EventRecord) => event };
    const events = await listEvents(reader, conditions);
    if (events !== null) return pageOf("events", events, page, list);
    return pageRead("events", (reading) => readEvents(reader, conditions, reading), page, {
      ...list,
      totalCount: () => countEvents(reader, conditions),
    });
  }

  @Query(() => ObservationConnection, { nullable: true, description: "Cells of tables and figures in the text." })
  observations(@Args(() => AllObservationsArgs) { where, ...page }: AllObservationsArgs, @Ctx() context: Context) {
    return observationPage(context, where, {}, page, rootPage);
  }

  @Query(() => ContradictionConnection, {
    nullable: true,
    description: "Where sources, or two pages of one source, disagree.",
  })
  async contradictions(
    @Args(() => ContradictionsArgs) { about, town, ...page }: ContradictionsArgs,
    @Ctx() { reader }: Context,
  ) {
    const contradictions = await listContradictions(reader, { about: about ?? null, town: town ?? null });
    return pageOf("contradictions", contradictions, page, {
      placeOf: ({ id }) => ({ key: 0, id }),
      nodeOf: (contradiction) => contradiction,
      otherwise: rootPage,
    });
  }

  @Query(() => GapConnection, {
    nullable: true,
    description:
      "What the graph does not know of the towns' firms, institutions, units and events: by the names of organizations, and of events last.",
  })
  async gaps(@Args(() => GapsArgs) { town, kinds, ...page }: GapsArgs, @Ctx() { reader }: Context) {
    const conditions = { town: town ?? null, kinds: kinds ?? null };
    const name = town == null ? "gaps by name" : `gaps of ${town} by name`;
    return pageRead(name, (reading) => listGaps(reader, conditions, reading), page, {
      placeOf: ({ place }) => place,
      nodeOf: ({ gap }) => gap,
      otherwise: rootPage,
      totalCount: () => countGaps(reader, conditions),
    });
  }

  @Query(() => [Source], { nullable: true, description: "What everything in the graph is cited from." })
  sources(@Ctx() { reader }: Context) {
    return listSources(reader);
  }

  @Query(() => Dataset, { nullable: true, description: "What is loaded." })
  dataset(@Ctx() { reader }: Context) {
    return describeDataset(reader);
  }
}
