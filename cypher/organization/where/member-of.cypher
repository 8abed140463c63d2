// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: body (id).
EXISTS { MATCH (it)-[:MEMBER_OF]->(other:Institution) WHERE other.id = $body }
