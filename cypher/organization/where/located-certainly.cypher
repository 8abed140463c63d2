// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: places (ids); first, last (days).
COUNT { MATCH (it)-[link:LOCATED_IN]->(other:Place) WHERE other.id IN $places AND link.heldFrom <= $first AND $last <= link.heldTo } > 0
