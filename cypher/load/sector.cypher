// Creates sectors.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Sector)
SET node = row, node.generation = $generation
