import type { TypedDocumentString } from "./generated.js";

/** Asks an operation of a service. The types of the variables and of the answer are those of the operation. */
export async function ask<Answer, Variables>(
  address: string,
  operation: TypedDocumentString<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: operation.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: { message: string }[] };
  if (data === undefined || errors !== undefined) {
    throw new Error(`${address}: ${errors?.map(({ message }) => message).join("; ") ?? response.statusText}`);
  }
  return data;
}
