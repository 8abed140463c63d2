// Direct successors, as the dataset states them.
// Parameters: ids.
// Columns: key (the id asked for), from and to (ids of the relation's ends), fact (the link's record), node (record of the
// node at the other end, which most callers ask for next).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:DESCENDS_FROM]-(other:Entity)
WHERE link.derived IS NULL
RETURN key, other.id AS from, key AS to, link.record AS fact, other.record AS node
ORDER BY key, link.dateEarliest, link.id
