// A condition on the organization `it`, true or false, never null; see knowledge/organization-filter.ts.
// Parameters: owner: the conditions on the owner `other` and the holding `link`.
EXISTS { MATCH (it)<-[link:OWNS]-(other:Entity) WHERE $owner }
