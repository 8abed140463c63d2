// What organizations were members of.
// Parameters: ids.
// Columns: key (the id asked for), from and to (ids of the relation's ends), link (properties).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:MEMBER_OF]->(other:Entity)
RETURN key, key AS from, other.id AS to, properties(link) AS link
ORDER BY key, link.startEarliest, link.id
