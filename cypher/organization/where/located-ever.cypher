// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: places (ids).
COUNT { MATCH (it)-[:LOCATED_IN]->(other:Place) WHERE other.id IN $places } > 0
