// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: places (ids).
EXISTS { MATCH (it)-[:LOCATED_IN]->(other:Place) WHERE other.id IN $places }
