// Figures about organizations or places, by date.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)<-[link:ABOUT]-(other:Observation)
RETURN key, other.record AS record
ORDER BY key, other.periodFirst, other.id
