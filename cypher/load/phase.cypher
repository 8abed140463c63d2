// Creates phases.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Phase)
SET node = row, node.generation = $generation
