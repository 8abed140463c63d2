// Creates tables.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Table)
SET node = row, node.generation = $generation
