// Creates towns.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Place:Town)
SET node = row, node.generation = $generation
