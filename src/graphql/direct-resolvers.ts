// type-graphql makes a promise of the arguments of each field that has some, as it could validate them, and an object
// or two for each field that has none. Of a list of a hundred objects that is most of the work, and none of it is used
// here: GraphQL coerces the arguments itself, and records are passed as they are.
import {
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import type { Context } from "./context.js";
import { typeNameOf } from "./types/node.js";

type Storage = ReturnType<typeof getMetadataStorage>;
type Handler = Storage["fieldResolvers"][number] | Storage["queries"][number];
type Parameter = NonNullable<Handler["params"]>[number];
type Arguments = Readonly<Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, Context, Arguments>;

/** Has each field call what the decorators say of it, or read its property where they say nothing. */
export function resolveDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  const classOf = new Map(storage.objectTypes.map(({ name, target }) => [name, target]));
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (record) => typeNameOf(record as Parameters<typeof typeNameOf>[0]);
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const handler =
        type === query
          ? storage.queries.find(({ schemaName }) => schemaName === field.name)
          : handlerOf(storage, classOf.get(type.name), field.name);
      if (handler === undefined) delete field.resolve;
      else field.resolve = calling(handler);
    }
  }
}

/** That of the class itself or of the nearest one that it extends; undefined where a property of the record answers. */
function handlerOf({ fieldResolvers }: Storage, type: unknown, field: string): Handler | undefined {
  for (let each = type; typeof each === "function"; each = Object.getPrototypeOf(each) as unknown) {
    const target = each;
    const found = fieldResolvers.find(
      ({ schemaName, getObjectType }) => schemaName === field && getObjectType?.() === target,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

const instances = new Map<unknown, Readonly<Record<string, (...values: unknown[]) => unknown>>>();

function calling({ target, methodName, params = [] }: Handler): Resolve {
  const instance = instances.get(target) ?? (Reflect.construct(target, []) as never);
  instances.set(target, instance);
  const read = params.toSorted((a, b) => a.index - b.index).map((each) => reading(each, methodName));
  return (root, args, context, info) =>
    instance[methodName]?.(...read.map((value) => value(root, args, context, info)));
}

type Reading = (...given: Parameters<Resolve>) => unknown;

function reading(parameter: Parameter, method: string): Reading {
  switch (parameter.kind) {
    case "root":
      return (root) => root;
    case "args":
      return (_root, args) => args;
    case "arg":
      return (_root, args) => args[parameter.name];
    case "context":
      return (_root, _args, context) => context;
    case "info":
      return (_root, _args, _context, info) => info;
    default:
      throw new Error(
        `expected a parameter of ${method} that is the root, an argument, the context or the info; got ${parameter.kind}`,
      );
  }
}
