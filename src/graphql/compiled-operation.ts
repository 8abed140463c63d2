// An operation as a function that graphql-jit writes. Only names come into its text of what a caller wrote: a string
// could be run as code there. All values are variables, and graphql-js coerces them.
import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLInputType,
  GraphQLScalarType,
  GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  type ValueNode,
  type VariableDefinitionNode,
  getVariableValues,
  parse,
  print,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "./context.js";

/** Null where graphql-js has to tell what is wrong. */
export type CompiledOperation = (
  variables: Readonly<Record<string, unknown>>,
  context: Context,
) => Promise<ExecutionResult | null>;

/** The type of all variables, when they have been coerced. graphql-jit would follow a recursive type without end. */
const coerced = new GraphQLScalarType({ name: "Coerced" });

export class Compiler {
  readonly #schema: GraphQLSchema;
  /** The same with that type. */
  readonly #twin: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    const { types, ...others } = schema.toConfig();
    this.#schema = schema;
    this.#twin = new GraphQLSchema({ ...others, types: [...types, coerced], assumeValid: true });
  }

  /** Undefined where graphql-jit cannot. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation | undefined {
    const schema = this.#schema;
    const { without, literals } = withoutLiterals(schema, document, operation);
    const compiled = compileQuery(this.#twin, without, undefined, { disablingCapturingStackErrors: true });
    if (!isCompiledQuery(compiled)) return undefined;
    const [open, closed] = [literals.filter(holdsVariables), literals.filter((each) => !holdsVariables(each))];
    // The same objects each time, by which resolvers know what they made of them before.
    const constants = Object.fromEntries(closed.map(({ name, value, type }) => [name, valueFromAST(value, type)]));
    if (Object.values(constants).includes(undefined)) return undefined;
    return async (given, context) => {
      const { coerced: values } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
      if (values === undefined) return null;
      const all = { ...values, ...constants };
      for (const { name, value, type } of open) {
        all[name] = valueFromAST(value, type, values);
        if (all[name] === undefined) return null;
      }
      const result = await compiled.query(undefined, context, all);
      return result.errors === undefined ? result : null;
    };
  }
}

/** A value that an operation holds, and the variable that takes its place. */
interface Literal {
  readonly name: string;
  readonly value: ValueNode;
  readonly type: GraphQLInputType;
}

function holdsVariables({ value }: Literal): boolean {
  let found = false;
  visit(value, {
    Variable: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}

interface WithoutLiterals {
  readonly without: DocumentNode;
  readonly literals: readonly Literal[];
}

function withoutLiterals(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): WithoutLiterals {
  const own = definitions.filter((each) => each === operation || each.kind === Kind.FRAGMENT_DEFINITION);
  // A copy, as graphql-jit writes into it, and without places, as it tells no errors.
  const copy = parse(print({ kind: Kind.DOCUMENT, definitions: own }), { noLocation: true });
  const literals: Literal[] = [];
  const typeInfo = new TypeInfo(schema);
  const replaced: DocumentNode = visit(
    copy,
    visitWithTypeInfo(typeInfo, {
      Argument: (argument) => {
        const { value } = argument;
        if (value.kind === Kind.VARIABLE) return undefined;
        const type = typeInfo.getInputType();
        if (type == null) throw new Error(`expected an argument of the schema; got ${argument.name.value}`);
        // No variable of a caller has such a name.
        const name = `literal$${literals.length}`;
        literals.push({ name, value, type });
        return { ...argument, value: variable(name) };
      },
    }),
  );
  const without: DocumentNode = visit(replaced, {
    OperationDefinition: (each) => ({
      ...each,
      variableDefinitions: [
        ...(each.variableDefinitions ?? []).map((definition) => ofCoerced(definition.variable.name.value)),
        ...literals.map(({ name }) => ofCoerced(name)),
      ],
    }),
  });
  return { without, literals };
}

function variable(name: string) {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } as const;
}

function ofCoerced(name: string): VariableDefinitionNode {
  const type = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: coerced.name } } as const;
  return { kind: Kind.VARIABLE_DEFINITION, variable: variable(name), type };
}
