// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: body (id).
COUNT { MATCH (it)-[:MEMBER_OF]->(other:Institution) WHERE other.id = $body } > 0
