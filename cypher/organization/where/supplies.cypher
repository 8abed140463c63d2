// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: organization: the condition on the customer.
COUNT { MATCH (it)-[:SUPPLIES]->(other:Organization) WHERE $organization } > 0
