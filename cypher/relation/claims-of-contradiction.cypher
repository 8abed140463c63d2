// The rival statements of contradictions.
// Parameters: ids.
// Columns: key (the id asked for), node (properties).
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[:CLAIMED_IN]-(other:Claim)
RETURN key, properties(other) AS node
ORDER BY key, other.id
