// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: owner: the conditions on the owner `other` and the holding `link`.
COUNT { MATCH (it)<-[link:OWNS]-(other:Entity) WHERE $owner } > 0
