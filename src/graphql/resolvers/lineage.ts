import {
  type FieldNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Entity } from "../../domain/entity.js";
import type { Descent, Direction, Reached } from "../../domain/lineage.js";
import type { Organization } from "../../domain/organization.js";
import { type DescentFilter, type OrganizationFilter, linkFilter } from "../../knowledge/organization-filter.js";
import { depthLimit } from "../../knowledge/lineage.js";
import { type Given, whenGiven } from "../../loaders/loader.js";
import type { Loaders } from "../../loaders/loaders.js";
import type { Branching } from "../../knowledge/relations.js";
import { ErrorCode, RequestError } from "../error.js";
import { type Connection, type PageArguments, pageOf } from "../page.js";
import { required } from "./required.js";

export interface LineageArguments extends PageArguments {
  readonly where?: OrganizationFilter | null | undefined;
  readonly along?: DescentFilter | null | undefined;
  readonly maxDepth?: number | null | undefined;
}

/** Of how many descendants all are read at once; those of larger families are read page by page, and level by level. */
const small = 100;

interface LineagePage extends Connection<Given<Entity>, Reached, Reached> {
  readonly complete: boolean;
}

/** A page of what an organization descends from, or of what descends from it. */
export function lineageOf(
  loaders: Loaders,
  { id, descendantCount }: Organization,
  direction: Direction,
  { where, along, maxDepth, ...page }: LineageArguments,
  info: GraphQLResolveInfo,
): Given<LineagePage> {
  const reading = {
    along: linkFilter(along),
    maxDepth: depth(maxDepth),
    withPaths: asksForPaths(info),
    withOrganizations: direction === "ANCESTORS" || descendantCount <= small,
  };
  return whenGiven(loaders.lineage(direction, reading).load(id), ({ reached, complete, organizations }) =>
    whenGiven(where == null ? reached : fulfilling(loaders, reached, where), (passed) => {
      const connection = pageOf(`${direction.toLowerCase()} of ${id}`, passed, page, {
        placeOf: ({ depth: key, id: last }) => ({ key, id: last }),
        nodeOf: ({ id: node }): Given<Entity> => organizations.get(node) ?? required(loaders, node),
        besideOf: (each) => each,
      });
      return Object.assign(connection, { complete });
    }),
  );
}

/**
 * What an organization came out of, or what came out of it. Where an operation asks the same of these in turn, all of a
 * tree is read at once, as a statement for each level takes longer.
 */
export function branchesOf(
  loaders: Loaders,
  { id, descendantCount }: Organization,
  branching: Branching,
  info: GraphQLResolveInfo,
): Given<readonly Descent[]> {
  const levels = levelsOf(info);
  const branches = loaders[branching];
  if (levels === 1 || (branching === "offshoots" && descendantCount > small)) return branches.load(id);
  return branches.known(id) ?? whenGiven(loaders.tree(branching, levels).load(id), () => branches.load(id));
}

const levelsOfFields = new WeakMap<FieldNode, number>();

/** How many fields of the same name lie in one another where a field is asked for, with itself. */
function levelsOf({ fieldName, fieldNodes, fragments }: GraphQLResolveInfo): number {
  const [field] = fieldNodes as [FieldNode];
  const known = levelsOfFields.get(field);
  if (known !== undefined) return known;
  // Fragments may be spread many times.
  const counted = new Map<SelectionSetNode, number>();
  const within = (set: SelectionSetNode | undefined): number => {
    if (set === undefined) return 0;
    const before = counted.get(set);
    if (before !== undefined) return before;
    const levels = Math.max(0, ...set.selections.map(levelsOfSelection));
    counted.set(set, levels);
    return levels;
  };
  const levelsOfSelection = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return within(fragments[selection.name.value]?.selectionSet);
    const own = selection.kind === Kind.FIELD && selection.name.value === fieldName ? 1 : 0;
    return own + within(selection.selectionSet);
  };
  const levels = 1 + Math.max(...fieldNodes.map(({ selectionSet }) => within(selectionSet)));
  levelsOfFields.set(field, levels);
  return levels;
}

const askingForPaths = new WeakMap<OperationDefinitionNode, boolean>();

/** Whether there is a `path` anywhere in an operation, however it is named in the answer. */
function asksForPaths({ operation, fragments }: GraphQLResolveInfo): boolean {
  const known = askingForPaths.get(operation);
  if (known !== undefined) return known;
  let found = false;
  for (const each of [operation, ...Object.values(fragments)]) {
    visit(each, { Field: ({ name }) => void (found ||= name.value === "path") });
  }
  askingForPaths.set(operation, found);
  return found;
}

async function fulfilling(
  loaders: Loaders,
  reached: readonly Reached[],
  where: OrganizationFilter,
): Promise<readonly Reached[]> {
  const fulfils = await Promise.all(reached.map(({ id }) => loaders.fulfils(where).load(id)));
  return reached.filter((_each, index) => fulfils[index]);
}

function depth(maxDepth: number | null | undefined): number {
  if (maxDepth == null) return depthLimit;
  if (maxDepth < 0)
    throw new RequestError(ErrorCode.BAD_USER_INPUT, `expected maxDepth of at least 0; got ${maxDepth}`);
  if (maxDepth > depthLimit) {
    throw new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected maxDepth of at most ${depthLimit}; got ${maxDepth}`);
  }
  return maxDepth;
}
