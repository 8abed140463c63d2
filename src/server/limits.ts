import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  GraphQLError,
  Kind,
  type ParseOptions,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { ErrorCode, refusal } from "../graphql/error.js";

/** What an operation may hold at the most, whoever asks it. Each question of `questions/` keeps within. */
const limits = { depth: 12, aliases: 15, directives: 20, rootFields: 20, tokens: 2_000 } as const;

/** Longer texts are not read to their end. */
export const parseOptions: ParseOptions = { maxLexicalTokens: limits.tokens };

/** What every rule of GraphQL Armor is told: to report, as validation does, and not to throw. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, error: GraphQLError) => {
      if (context !== null) refuse(context, error.message.replace(/^Syntax Error: /, ""));
    },
  ],
};

/** Bombs are refused by their shape, before anything is executed. Introspection, which is deep, is no bomb. */
export const limitRules: readonly ValidationRule[] = [
  (context) => maxDepthRule({ n: limits.depth, flattenFragments: true, ...reporting })(context),
  (context) => maxAliasesRule({ n: limits.aliases, ...reporting })(context),
  (context) => maxDirectivesRule({ n: limits.directives, ...reporting })(context),
  (context) => ({
    OperationDefinition: ({ selectionSet }) => {
      const found = rootFields(selectionSet, context, new Map());
      if (found > limits.rootFields)
        refuse(context, `Root field limit of ${limits.rootFields} exceeded, found ${found}.`);
    },
  }),
];

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
