import type { CompiledDataset } from "../../src/dataset/compiled.js";
import { lodby } from "../service.js";

/** Lodby with so many more firms that loading it takes a while: each came out of the works and has an owner. */
function grown(version: string, firms: number): CompiledDataset {
  const model = lodby.records.firms.find(({ id }) => id === "firm/lodby-instruments");
  if (model === undefined) throw new Error("expected Lodby Instrumenter in Lodby; there is none");
  const ids = Array.from({ length: firms }, (_none, index) => `firm/grown-${index}`);
  return {
    ...lodby,
    version,
    records: {
      ...lodby.records,
      firms: [...lodby.records.firms, ...ids.map((id) => ({ ...model, id }))],
      descents: [
        ...lodby.records.descents,
        ...ids.map((successor) => ({
          predecessor: "firm/lodby-works",
          successor,
          mechanism: "OUTSOURCED" as const,
          continuity: [],
          cite: "p. 1",
          certainty: "STATED" as const,
          statedAt: "works.yaml:1",
        })),
      ],
      ownerships: [
        ...lodby.records.ownerships,
        ...ids.map((owned) => ({
          owner: "firm/nordic-holding",
          owned,
          cite: "p. 1",
          certainty: "STATED" as const,
          statedAt: "works.yaml:1",
        })),
      ],
    },
  };
}

/** Two that a reader can tell apart by counting. */
export const datasets = { one: grown("one", 600), two: grown("two", 900) } as const;

/** The other one than that of a version. */
export function otherThan(version: string | undefined): keyof typeof datasets {
  return version === "one" ? "two" : "one";
}
