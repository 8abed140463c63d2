// Creates relations from an observation to the table it is a cell of.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:IN_TABLE]->(to)
SET relation = row.properties
