// Direct predecessors, as the dataset states them.
// Parameters: ids.
// Columns: key (the id asked for), from and to (ids of the relation's ends), link (properties), other (properties of the
// node at the other end, which most callers ask for next).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:DESCENDS_FROM]->(other:Entity)
WHERE NOT link.derived
RETURN key, key AS from, other.id AS to, properties(link) AS link, properties(other) AS other
ORDER BY key, link.dateEarliest, link.id
