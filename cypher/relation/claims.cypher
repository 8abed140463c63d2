// What is claimed of nodes.
// Parameters: ids.
// Columns: key (the id asked for), node (properties).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:ABOUT]-(other:Claim)
RETURN key, properties(other) AS node
ORDER BY key, other.property, other.rank, other.id
