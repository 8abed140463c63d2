// Creates relations from an observation, claim or contradiction to what it is about.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:ABOUT]->(to)
SET relation = row.properties
