// What is claimed of nodes.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:ABOUT]-(other:Claim)
RETURN key, other.record AS record
ORDER BY key, other.property, other.rank, other.id
