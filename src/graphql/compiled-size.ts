import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from "graphql";

/**
 * How many fields an operation has when it is compiled: each once for every type that its object may be of, on every
 * level, so that a small document can be larger than memory. Infinite where it would not be executed as graphql-js
 * executes it.
 */
export function compiledSize(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<string, number>();
  return sizeOf(selectionSet, schema.getQueryType() ?? undefined);

  function sizeOf({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): number {
    return selections.reduce((sum, selection) => {
      // What is left out by a directive would keep its place among the keys.
      if (selection.directives !== undefined && selection.directives.length > 0) return Number.POSITIVE_INFINITY;
      if (selection.kind === Kind.FIELD) return sum + sizeOfField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + sizeOfFragment(selection.name.value);
      const { typeCondition } = selection;
      const type = typeCondition === undefined ? parent : schema.getType(typeCondition.name.value);
      return sum + sizeOf(selection.selectionSet, type);
    }, 0);
  }

  function sizeOfField(field: FieldNode, parent: GraphQLNamedType | undefined): number {
    // Paths would be told apart by their names joined with underscores, which no field of ours has.
    if (field.alias?.value.includes("_") === true) return Number.POSITIVE_INFINITY;
    if (field.name.value === "__typename") return 1;
    const found = parent !== undefined && "getFields" in parent ? parent.getFields()[field.name.value] : undefined;
    // Introspection.
    if (found === undefined) return Number.POSITIVE_INFINITY;
    const type = getNamedType(found.type);
    if (field.selectionSet === undefined || !isCompositeType(type)) return 1;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
    return 1 + types * sizeOf(field.selectionSet, type);
  }

  function sizeOfFragment(name: string): number {
    const fragment = fragments.get(name);
    if (fragment === undefined) return Number.POSITIVE_INFINITY;
    const size = known.get(name) ?? sizeOf(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    known.set(name, size);
    return size;
  }
}
