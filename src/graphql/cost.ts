// What an operation costs, estimated before it is executed: the objects that its answer would hold, by the sizes that
// the schema publishes in the directives of IBM's cost specification
// (https://ibm.github.io/graphql-specs/cost-spec.html).
import {
  type ArgumentNode,
  DirectiveLocation,
  type DocumentNode,
  GraphQLBoolean,
  GraphQLDirective,
  type GraphQLField,
  GraphQLInt,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  Kind,
  type OperationDefinitionNode,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  visit,
} from "graphql";
import { type ComplexityEstimator, getComplexity } from "graphql-query-complexity";
import { LRUCache } from "lru-cache";
import { fieldPage, rootPage } from "./page.js";

const strings = new GraphQLList(new GraphQLNonNull(GraphQLString));

export const costDirectives: readonly GraphQLDirective[] = [
  new GraphQLDirective({
    name: "cost",
    description: "What a field, or each object of a type, costs; otherwise 0 and 1.",
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    args: { weight: { type: new GraphQLNonNull(GraphQLString), description: "A number." } },
  }),
  new GraphQLDirective({
    name: "listSize",
    description: "How many elements a list is taken to have where the cost of an operation is estimated.",
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: {
      assumedSize: { type: GraphQLInt, description: "How many where no argument says it." },
      slicingArguments: { type: strings, description: "Arguments that say how many: a number, or a list as long." },
      sizedFields: { type: strings, description: "The fields of the answer that have as many, where it is no list." },
      requireOneSlicingArgument: {
        type: GraphQLBoolean,
        defaultValue: true,
        description: "Whether one of the arguments has to be given.",
      },
    },
  }),
];

/** What lists have that no argument bounds, after what the first dataset has on average; `few` where none is named. */
const assumedSizes: Readonly<Record<string, number>> = {
  claims: 1,
  placements: 1,
  citations: 2,
  continuity: 2,
  keys: 2,
  names: 2,
  origins: 2,
  owners: 2,
  path: 2,
  phases: 10,
  "Query.sectors": 15,
  "Query.places": 50,
  "Query.tables": 50,
  "Query.measures": 100,
  "Query.organizationGroups": 25,
  "Query.observationGroups": 25,
};
const few = 4;

/** What root fields cost that look at much beside what they answer. */
const weights: Readonly<Record<string, number>> = {
  search: 10,
  identify: 10,
  lineagePaths: 10,
  commonAncestors: 10,
  organizationGroups: 10,
  observationGroups: 10,
  compareTowns: 10,
};

const slicingArguments: ReadonlySet<string> = new Set(["first", "last", "ids", "names", "places"]);
/** The lists of connections and their like, whose size is said where the connection is asked for. */
const sizedFields = ["edges", "nodes", "rows"];

interface ListSize {
  readonly assumedSize: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
  readonly requireOneSlicingArgument?: boolean;
}

/** Writes into the schema what the estimate goes by, so that callers can make it, too. */
export function publishCosts(schema: GraphQLSchema): void {
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || !(isObjectType(type) || isInterfaceType(type))) continue;
    // A connection's size multiplies all that it costs, and of this it has one.
    if (type.name === "PageInfo") publish(type, "cost", { weight: "0" });
    for (const field of Object.values(type.getFields())) {
      const listSize = listSizeOf(type, field);
      if (listSize !== null) publish(field, "listSize", listSize);
      const weight = type === query ? weights[field.name] : undefined;
      if (weight !== undefined) publish(field, "cost", { weight: String(weight) });
    }
  }
}

/** Null where the field has one object at the most, or its size is said by what it is a field of. */
function listSizeOf(parent: GraphQLNamedType, { name, type, args }: GraphQLField<unknown, unknown>): ListSize | null {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return null;
  const slicing = args.map((each) => each.name).filter((each) => slicingArguments.has(each));
  const sliced = slicing.length === 0 ? {} : { slicingArguments: slicing, requireOneSlicingArgument: false };
  if (isListType(getNullableType(type))) {
    if (slicing.length === 0 && sizedFields.includes(name)) return null;
    return { assumedSize: assumedSizes[`${parent.name}.${name}`] ?? assumedSizes[name] ?? few, ...sliced };
  }
  if (slicing.length === 0) return null;
  const fields = "getFields" in named ? Object.keys(named.getFields()) : [];
  return {
    assumedSize: parent.name === "Query" ? rootPage : fieldPage,
    ...sliced,
    sizedFields: sizedFields.filter((each) => fields.includes(each)),
  };
}

interface Extensible {
  extensions: Readonly<Record<string, unknown>>;
}

function publish(element: Extensible, directive: string, args: object): void {
  element.extensions = { ...element.extensions, directives: { ...published(element), [directive]: args } };
}

function published({ extensions }: Extensible): { readonly cost?: { weight: string }; readonly listSize?: ListSize } {
  return extensions["directives"] ?? {};
}

/** The field's own cost, and for each object in it the cost of its type and of what is selected of it. */
const estimate: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const { cost, listSize } = published(field);
  const own = Number(cost?.weight ?? 0);
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || isIntrospectionType(type)) return own;
  const each = Number(published(type).cost?.weight ?? 1) + childComplexity;
  return own + each * (listSize === undefined ? 1 : sizeOf(listSize, args));
};

function sizeOf({ slicingArguments: names = [], assumedSize }: ListSize, args: Readonly<Record<string, unknown>>) {
  const given = names.map((name) => args[name]).find((value) => value != null);
  if (Array.isArray(given)) return given.length;
  return typeof given === "number" ? Math.max(0, given) : assumedSize;
}

/**
 * An operation's cost with its variables; introspection costs nothing. Null where they do not fit, which is what the
 * execution, which does not come far with them, tells better.
 * @throws {GraphQLError} where there are more fields than can be counted: of fragments within fragments, a small document has
 */
export function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  operation: OperationDefinitionNode | undefined,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const { decisive, known } = costsOf(query);
  const sizes = decisive.map((name) => (name in variables ? sizeIn(variables[name]) : "absent"));
  const operationName = operation?.name?.value;
  const key = JSON.stringify([operationName, sizes]);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors !== undefined) return null;
  const cost = getComplexity({
    schema,
    query,
    variables,
    ...(operationName === undefined ? {} : { operationName }),
    estimators: [estimate],
  });
  known.set(key, cost);
  return cost;
}

/** What is known of the costs of a document, for as long as it is remembered. */
interface Costs {
  /** The variables that a cost depends on: those that say how many, and those that leave fields out. */
  readonly decisive: readonly string[];
  /** By the values of these. */
  readonly known: LRUCache<string, number>;
}

const costs = new WeakMap<DocumentNode, Costs>();

function costsOf(document: DocumentNode): Costs {
  const known = costs.get(document);
  if (known !== undefined) return known;
  const decisive = new Set<string>();
  const add = ({ name, value }: ArgumentNode): void => {
    if (value.kind === Kind.VARIABLE && (slicingArguments.has(name.value) || name.value === "if")) {
      decisive.add(value.name.value);
    }
  };
  visit(document, { Argument: add });
  const made = { decisive: [...decisive], known: new LRUCache<string, number>({ max: 100 }) };
  costs.set(document, made);
  return made;
}

/** As an estimate reads it: a list counts by its length. */
function sizeIn(value: unknown): unknown {
  return Array.isArray(value) ? { length: value.length } : value;
}
