// Creates claims.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Claim)
SET node = row, node.generation = $generation
