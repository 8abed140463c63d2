import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { projectRoot } from "../../src/project-root.js";
import { engines } from "../engines.js";
import { type TestService, startService } from "../service.js";

const folder = join(projectRoot, "tests/fixtures/lodby");

/** The line of the dataset's files that a citation points to. */
function lineAt(statedAt: string): string {
  const [file = "", line = ""] = statedAt.split(":");
  return readFileSync(join(folder, file), "utf8").split("\n")[Number(line) - 1] ?? "";
}

describe.each(engines)("citations point to the line that states what they are given for: $name", ({ open }) => {
  let service: TestService;
  beforeAll(async () => {
    service = await startService(await open());
  });
  afterAll(() => service.close());

  test("nodes and relations", async () => {
    const { data, errors } = await service.ask(`{
      organization(id: "firm/lodby-works") {
        citations { statedAt }
        offshoots { nodes { successor { id } citations { statedAt } } }
        owners { owner { ... on Entity { id } } citations { statedAt } }
      }
    }`);
    expect(errors).toBeUndefined();
    interface Cited {
      readonly citations: readonly { readonly statedAt: string }[];
    }
    const { organization } = data as {
      organization: Cited & {
        offshoots: { nodes: (Cited & { successor: { id: string } })[] };
        owners: (Cited & { owner: { id: string } })[];
      };
    };
    const pointed = (cited: Cited): string[] => cited.citations.map(({ statedAt }) => lineAt(statedAt));
    expect(pointed(organization)).toEqual(
      organization.citations.map(() => expect.stringContaining("firm/lodby-works")),
    );
    expect(organization.offshoots.nodes.length).toBeGreaterThan(0);
    for (const link of organization.offshoots.nodes)
      expect(pointed(link)).toContainEqual(expect.stringMatching(/^  - /));
    for (const link of organization.owners) expect(pointed(link)).toEqual([expect.stringContaining(link.owner.id)]);
  });
});
