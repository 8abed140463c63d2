// Organizations that belong to phases.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:PART_OF_PHASE]-(other:Organization)
RETURN key, other.record AS record
ORDER BY key, other.sortName, other.id
