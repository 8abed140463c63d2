// The limits of an operation: of its shape, checked as it is validated; of its cost, before it is executed; of what it
// takes, which the budget of the request holds (budget.ts).
import type { ApolloServerPlugin } from "@apollo/server";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
  isIntrospectionType,
} from "graphql";
import type { Context } from "./context.js";
import { costOf } from "./cost.js";
import { ErrorCode, RequestError, refusal, refused } from "./error.js";

/** What the text of an operation may hold at the most, whoever asks it. */
export interface Shape {
  /** Levels of fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Of the whole document, which is not read to its end where it has more. */
  readonly tokens: number;
}

/** Of each document that was validated, which is once, as long as it is remembered. */
const shapes = new WeakMap<DocumentNode, Shape>();

/** Refuses bombs by their shape, before anything is executed. Introspection, which is deep, is no bomb. */
export function shapeRules(limits: Shape): ValidationRule[] {
  /** What every rule of GraphQL Armor is told: to report, as validation does, and not to throw. */
  const reporting = (measure: keyof Shape) => ({
    n: limits[measure],
    propagateOnRejection: false,
    onAccept: [
      (context: ValidationContext | null, { n }: { n: number }) => {
        if (context !== null) keep(context.getDocument(), measure, n);
      },
    ],
    onReject: [
      (context: ValidationContext | null, error: GraphQLError) => {
        if (context !== null) refuse(context, error.message.replace(/^Syntax Error: /, ""));
      },
    ],
  });
  return [
    (context) => maxDepthRule({ flattenFragments: true, ...reporting("depth") })(context),
    (context) => maxAliasesRule(reporting("aliases"))(context),
    (context) => maxDirectivesRule(reporting("directives"))(context),
    (context) => ({
      OperationDefinition: ({ selectionSet }) => {
        const found = rootFields(selectionSet, context, new Map());
        keep(context.getDocument(), "rootFields", found);
        if (found <= limits.rootFields) return;
        refuse(context, `Root field limit of ${limits.rootFields} exceeded, found ${found}.`);
      },
      Field: ({ alias, name }) => {
        const parent = context.getParentType();
        if (alias === undefined || parent == null) return;
        if (name.value === "__schema" || isIntrospectionType(parent)) {
          refuse(context, `Expected no alias within introspection, found ${alias.value}.`);
        }
      },
    }),
  ];
}

/** Of several operations in a document, the largest counts. */
function keep(document: DocumentNode, measure: keyof Shape, found: number): void {
  const nothing = { depth: 0, aliases: 0, directives: 0, rootFields: 0, tokens: document.tokenCount ?? 0 };
  const shape = shapes.get(document) ?? nothing;
  shapes.set(document, { ...shape, [measure]: Math.max(shape[measure], found) });
}

function refuse(context: ValidationContext, message: string): void {
  context.reportError(new GraphQLError(message, { extensions: { [refusal]: ErrorCode.LIMIT_EXCEEDED } }));
}

/** @param known Of each fragment, which may be spread often, its count. */
function rootFields({ selections }: SelectionSetNode, context: ValidationContext, known: Map<string, number>): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    if (selection.kind === Kind.INLINE_FRAGMENT) return sum + rootFields(selection.selectionSet, context, known);
    const name = selection.name.value;
    const fragment = context.getFragment(name);
    if (!known.has(name) && fragment != null) {
      // Fragments in a circle are what another rule refuses.
      known.set(name, 0);
      known.set(name, rootFields(fragment.selectionSet, context, known));
    }
    return sum + (known.get(name) ?? 0);
  }, 0);
}

/**
 * Refuses operations that cost more than their caller may spend, and answers with one error and no data where the
 * budget did not suffice: part of an answer would pass for the whole of it. Answers carry `extensions.limits`, for each
 * limit how much of it was used and what is left, where a request's extension `limits` asks for it.
 */
export function limitsPlugin(limits: Shape): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async ({ request }) => {
      const asked = (request.extensions as Readonly<Record<string, unknown>> | undefined)?.["limits"] ?? false;
      return {
        didResolveOperation: async ({ schema, document, operation, contextValue: { budget } }) => {
          if (typeof asked !== "boolean") {
            const came = JSON.stringify(asked);
            throw refused(new RequestError(ErrorCode.BAD_USER_INPUT, `expected limits of true; got ${came}`));
          }
          let cost: number | null;
          try {
            cost = costOf(schema, document, operation, request.variables ?? {});
          } catch (error) {
            if (!(error instanceof GraphQLError)) throw error;
            throw refused(new RequestError(ErrorCode.LIMIT_EXCEEDED, `expected fewer fields; ${error.message}`));
          }
          try {
            if (cost !== null) budget.estimate(cost);
          } catch (error) {
            throw refused(error);
          }
        },
        willSendResponse: async ({ response: { body }, document, contextValue: { budget } }) => {
          if (body.kind !== "single") return;
          const { data, errors = [] } = body.singleResult;
          const code = budget.failure?.code;
          const failure = errors.find(({ extensions }) => extensions?.["code"] === code);
          if (data !== undefined && code !== undefined && failure !== undefined) {
            const { path: _path, locations: _locations, ...told } = failure;
            body.singleResult = { data: null, errors: [told] };
          }
          if (asked !== true) return;
          const shape = document === undefined ? undefined : shapes.get(document);
          body.singleResult.extensions = {
            ...body.singleResult.extensions,
            limits: {
              ...(shape === undefined ? {} : compared(shape, limits)),
              ...compared(budget.used, budget.allowance),
            },
          };
        },
      };
    },
  };
}

function compared<Measure extends string>(
  used: Readonly<Record<Measure, number>>,
  limits: Readonly<Record<Measure, number>>,
): object {
  return Object.fromEntries(
    (Object.entries(limits) as [Measure, number][]).map(([measure, limit]) => [
      measure,
      { used: used[measure], limit, left: Math.max(0, limit - used[measure]) },
    ]),
  );
}
