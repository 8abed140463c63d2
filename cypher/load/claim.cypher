// Creates claims.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Claim {generation: $generation})
SET node += row
