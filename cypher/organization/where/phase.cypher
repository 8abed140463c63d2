// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: phase (id).
COUNT { MATCH (it)-[:PART_OF_PHASE]->(other:Phase) WHERE other.id = $phase } > 0
