// What the organizations or persons owned.
// Parameters: ids.
// Columns: key (the id asked for), from and to (ids of the relation's ends), fact (the link's record).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:OWNS]->(other:Entity)
RETURN key, key AS from, other.id AS to, link.record AS fact
ORDER BY key, link.startEarliest, link.id
