// Creates relations from an organization or person to an event.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:TOOK_PART_IN]->(to)
SET relation = row.properties
