// The cells of tables, row by row.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:IN_TABLE]-(other:Observation)
RETURN key, other.record AS record
ORDER BY key, coalesce(other.row, 0), coalesce(other.column, 0), other.id
