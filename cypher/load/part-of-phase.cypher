// Creates relations from an organization or event to a phase.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:PART_OF_PHASE]->(to)
SET relation = row.properties
