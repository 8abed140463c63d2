// The phases of towns.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:IN_TOWN]-(other:Phase)
RETURN key, other.record AS record
ORDER BY key, other.startEarliest, coalesce(other.ordinal, 0), other.id
