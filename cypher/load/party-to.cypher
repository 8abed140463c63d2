// Creates relations from an organization to a collaboration.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:PARTY_TO]->(to)
SET relation = row.properties
