// Creates relations from a place to the one that it lies in, or that counts it as a part.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:WITHIN]->(to)
SET relation = row.properties
