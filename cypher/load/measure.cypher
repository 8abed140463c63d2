// Creates measures.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Measure)
SET node = row, node.generation = $generation
