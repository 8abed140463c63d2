// Creates relations from an owner to what it owns.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:OWNS]->(to)
SET relation = row.properties
