// Creates sources.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Source)
SET node = row, node.generation = $generation
