// Creates relations from who took technology over to who had it.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:TECHNOLOGY_FROM]->(to)
SET relation = row.properties
