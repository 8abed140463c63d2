import { type UseQueryResult, keepPreviousData, useQuery } from "@tanstack/react-query";
import type { TypedDocumentString } from "./generated.js";

interface Answer<Result> {
  readonly data?: Result;
  readonly errors?: readonly { readonly message: string }[];
}

/** @throws {Error} in the service's words where it answers with errors, or why there is no answer */
export async function post<Result>(query: string, variables: unknown): Promise<Result> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { accept: "application/graphql-response+json, application/json", "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as Answer<Result>;
  if (errors !== undefined || data === undefined) {
    throw new Error(errors?.map(({ message }) => message).join("; ") ?? `the service answered ${response.status}`);
  }
  return data;
}

/** The answer to an operation; while the next one comes, the last one stays. */
export function useAnswer<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
): UseQueryResult<Result> {
  return useQuery({
    queryKey: [operation.toString(), variables],
    queryFn: () => post<Result>(operation.toString(), variables),
    placeholderData: keepPreviousData,
    // The data changes only when a new version is loaded.
    staleTime: Infinity,
  });
}
