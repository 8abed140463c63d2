// What happened in towns, by date.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:IN_TOWN]-(other:Event)
RETURN key, other.record AS record
ORDER BY key, other.dateEarliest, other.id
