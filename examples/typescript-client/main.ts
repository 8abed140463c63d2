import { ask } from "./client.js";
import { DescendantsOfStateCompaniesDocument, type DescendantsOfStateCompaniesQuery } from "./generated.js";

const [address = "http://127.0.0.1:4000/graphql"] = process.argv.slice(2);

let after: string | null = null;
do {
  const answer: DescendantsOfStateCompaniesQuery = await ask(address, DescendantsOfStateCompaniesDocument, { after });
  for (const { name, descendants } of answer.organizations?.nodes ?? []) {
    console.log(name);
    for (const { node, path } of descendants?.edges ?? []) {
      const way = path.map(({ mechanism, citations }) => `${mechanism} (${citations[0]?.locator ?? "no page"})`);
      console.log(`  ${node.label}: ${way.join(", ")}`);
    }
  }
  const page = answer.organizations?.pageInfo;
  after = page?.hasNextPage === true ? (page.endCursor ?? null) : null;
} while (after !== null);
