// Events that organizations or persons took part in, by date.
// Parameters: ids.
// Columns: key (the id asked for), record.
UNWIND $ids AS key
MATCH (node:Entity {id: key, generation: $generation})
MATCH (node)-[link:TOOK_PART_IN]->(other:Event)
WITH DISTINCT key, other
RETURN key, other.record AS record
ORDER BY key, other.dateEarliest, other.id
