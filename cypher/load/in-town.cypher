// Creates relations from an organization, phase or event to a studied town.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:IN_TOWN]->(to)
SET relation = row.properties
