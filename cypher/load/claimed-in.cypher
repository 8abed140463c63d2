// Creates relations from a claim to the contradiction that it is part of.
// Parameters: rows (from and to: ids; properties).
UNWIND $rows AS row
MATCH (from:Entity {id: row.from, generation: $generation})
MATCH (to:Entity {id: row.to, generation: $generation})
CREATE (from)-[relation:CLAIMED_IN]->(to)
SET relation = row.properties
