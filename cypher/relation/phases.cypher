// Phases that organizations or events belong to.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:PART_OF_PHASE]->(other:Phase)
RETURN key, other.record AS record
ORDER BY key, other.id
