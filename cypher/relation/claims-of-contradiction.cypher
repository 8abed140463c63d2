// The rival statements of contradictions.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[:CLAIMED_IN]-(other:Claim)
RETURN key, other.record AS record
ORDER BY key, other.id
