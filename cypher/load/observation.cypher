// Creates observations.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Observation)
SET node = row, node.generation = $generation
