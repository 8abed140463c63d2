// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: organization: the condition on the other party.
COUNT { MATCH (it)-[:PARTY_TO]->(:Collaboration)<-[:PARTY_TO]-(other:Organization) WHERE other.id <> it.id AND $organization } > 0
