// Creates contradictions.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Contradiction)
SET node = row, node.generation = $generation
