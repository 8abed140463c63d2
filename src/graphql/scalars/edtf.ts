import { GraphQLError, GraphQLScalarType, type ValueNode, valueFromASTUntyped } from "graphql";
import { EdtfError } from "../../domain/historical-date.js";
import { parseInterval } from "../../domain/period.js";
import { ErrorCode, RequestError } from "../error.js";

/** A literal and a variable fail alike: with `BAD_EDTF`, and what was expected and what came. */
function parse(value: unknown, literal?: ValueNode): string {
  try {
    if (typeof value !== "string") {
      // Shown as it came: in quotes, the number 1987 would look like the date.
      const came = JSON.stringify(value);
      throw new RequestError(ErrorCode.BAD_EDTF, `expected an EDTF date or period as a string; got ${came}`);
    }
    parseInterval(value);
    return value;
  } catch (error) {
    if (!(error instanceof EdtfError || error instanceof RequestError)) throw error;
    throw new GraphQLError(error.message, {
      extensions: { code: ErrorCode.BAD_EDTF },
      // A literal fails in validation, where Apollo Server writes its own code over ours: `formatError` finds ours again
      // by the error beneath. A variable's code stays, and so does what GraphQL says of where in it the value stands.
      ...(literal !== undefined && { nodes: literal, originalError: error }),
    });
  }
}

export const Edtf = new GraphQLScalarType<string, string>({
  name: "EDTF",
  description:
    "A date or interval as precise as its source, in Extended Date/Time Format (ISO 8601-2): `1987`, `1987-06`, `198X`, `1980~` (about), `1980?` (doubtful), `1987/2001`, `1995/..` (goes on), `1995/` (end unknown), `198X/199X`. Seasons and times of day are refused.",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: String,
  parseValue: (value) => parse(value),
  parseLiteral: (literal) => parse(valueFromASTUntyped(literal), literal),
});
