import type { Records } from "../compiled.js";

type Claim = Records["claims"][number];

/** A statement, and the id of the contradiction that it is a side of, if any. */
export type NumberedClaim = { readonly id: string; readonly claim: Claim; readonly contradiction: string | undefined };

/** All claims, those within contradictions included; their ids, in text order, keep the order of the records. */
export function claimsOf({ claims, contradictions }: Pick<Records, "claims" | "contradictions">): NumberedClaim[] {
  return [
    ...claims.map((claim, index) => ({ id: `claim/${numbered(index)}`, claim, contradiction: undefined })),
    ...contradictions.flatMap((contradiction) =>
      contradiction.claims.map((claim, index) => ({
        id: `claim/${contradiction.id}/${numbered(index)}`,
        claim: { source: contradiction.source, statedAt: contradiction.statedAt, ...claim },
        contradiction: contradiction.id,
      })),
    ),
  ];
}

// Padded, so that text order is number order.
const numbered = (index: number): string => String(index).padStart(6, "0");
