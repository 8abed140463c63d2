import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import { bibtexOf } from "../domain/bibtex.js";
import { type Citation, locator } from "../domain/citation.js";
import { cslOf } from "../domain/csl.js";
import type { Source } from "../domain/entity.js";
import type { Context } from "./context.js";
import { ErrorCode, RequestError, refused } from "./error.js";

/** In which form an answer tells the places in sources that it rests on. */
const Form = { CITATIONS: "citations", BIBTEX: "bibtex", CSL_JSON: "csl-json" } as const;
type Form = (typeof Form)[keyof typeof Form];

const header = "opphav-provenance";

/**
 * Answers carry `extensions.provenance`, the citations behind them, each once, where a request asks for it: by its
 * extension `provenance` (true, or `bibtex` or `csl-json` for that form), or by the header `Opphav-Provenance`. What
 * stands behind an answer is what every object is cited from of which it has a field.
 */
export const provenancePlugin: ApolloServerPlugin<Context> = {
  requestDidStart: async ({ request }) => {
    const asked = askedFor(request);
    if (asked === null) return;
    const found = new Map<string, Citation>();
    const seen = new WeakSet<object>();
    const collect = (source: unknown): void => {
      if (typeof source !== "object" || source === null || seen.has(source)) return;
      seen.add(source);
      if (!("citations" in source) || !Array.isArray(source.citations)) return;
      for (const citation of source.citations as Citation[]) found.set(keyOf(citation), citation);
    };
    return {
      didResolveOperation: async () => {
        formOf(asked);
      },
      executionDidStart: async () => ({
        willResolveField: ({ source }) => {
          collect(source);
        },
      }),
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== "single" || response.body.singleResult.data == null) return;
        const provenance = await told(formOf(asked), [...found.values()].toSorted(byPlace), contextValue);
        response.body.singleResult.extensions = { ...response.body.singleResult.extensions, provenance };
      },
    };
  },
};

/** What was asked for, as it was; null where nothing was. */
export function askedFor({ extensions, http }: GraphQLRequest): unknown {
  const asked =
    (extensions as Readonly<Record<string, unknown>> | undefined)?.["provenance"] ?? http?.headers.get(header);
  return asked === undefined || asked === false || asked === "false" ? null : asked;
}

function formOf(asked: unknown): Form {
  if (asked === true || asked === "true") return Form.CITATIONS;
  if (asked === Form.BIBTEX || asked === Form.CSL_JSON) return asked;
  throw refused(
    new RequestError(
      ErrorCode.BAD_USER_INPUT,
      `expected provenance of true, "${Form.BIBTEX}" or "${Form.CSL_JSON}"; got ${JSON.stringify(asked)}`,
    ),
  );
}

function keyOf(citation: Citation): string {
  return `${citation.source} ${locator(citation)}`;
}

/** By source, then as a reader turns the pages. */
function byPlace(a: Citation, b: Citation): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return (a.page ?? 0) - (b.page ?? 0) || (locator(a) < locator(b) ? -1 : 1);
}

async function told(form: Form, citations: readonly Citation[], { loaders }: Context): Promise<unknown> {
  if (form === Form.CITATIONS) {
    return citations.map(({ source, page, table, figure, footnote }) => {
      const citation = { source, page, table, figure, footnote };
      return { ...citation, locator: locator(citation) };
    });
  }
  const ids = [...new Set(citations.map(({ source }) => source))];
  const sources = (await loaders.entity.loadMany(ids)).filter((each): each is Source => each?.kind === "SOURCE");
  const placesIn = (id: string): string =>
    citations
      .filter(({ source }) => source === id)
      .map(locator)
      .join("; ");
  if (form === Form.CSL_JSON) return sources.map((source) => cslOf(source, placesIn(source.id)));
  return sources.map((source) => bibtexOf(source, placesIn(source.id))).join("\n");
}
