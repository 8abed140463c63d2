// Creates relations from a successor to its predecessor.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:DESCENDS_FROM]->(to)
SET relation = row.properties
