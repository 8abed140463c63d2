// What the nodes of some ids are called, for the index of names.
// Parameters: ids.
// Columns: record.
UNWIND $ids AS wanted
MATCH (node:Entity {generation: $generation, id: wanted})
RETURN node.record AS record
ORDER BY node.id
