import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../language.js";

interface Props<Result> {
  readonly query: UseQueryResult<Result>;
  readonly children: (result: Result) => ReactNode;
}

/** What an answer shows as, or that it is coming, or why it does not come. */
export function Answered<Result>({ query, children }: Props<Result>) {
  const words = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <p className="waiting">{words.loading}</p>;
  return (
    <p role="alert">
      {words.failed}: {query.error.message}
    </p>
  );
}
