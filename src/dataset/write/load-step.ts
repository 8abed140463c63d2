/** What a load does, in this order; of a register, each may take half a minute. */
export const LoadStep = {
  DERIVING_EXISTENCE: "DERIVING_EXISTENCE",
  DERIVING_DESCENTS: "DERIVING_DESCENTS",
  DERIVING_OWNERS: "DERIVING_OWNERS",
  DERIVING_GAPS: "DERIVING_GAPS",
  DERIVING_LISTS: "DERIVING_LISTS",
  WRITING_NODES: "WRITING_NODES",
  INDEXING: "INDEXING",
  WRITING_RELATIONS: "WRITING_RELATIONS",
  COUNTING: "COUNTING",
  PUBLISHING: "PUBLISHING",
} as const;
export type LoadStep = (typeof LoadStep)[keyof typeof LoadStep];
