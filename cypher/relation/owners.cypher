// Who owned the organizations.
// Parameters: ids.
// Columns: key (the id asked for), from and to (ids of the relation's ends), fact (the link's record).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:OWNS]-(other:Entity)
RETURN key, other.id AS from, key AS to, link.record AS fact
ORDER BY key, link.startEarliest, link.id
