// Creates relations from a person to an organization.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:ROLE_IN]->(to)
SET relation = row.properties
