// Creates firms.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Firm)
SET node = row, node.generation = $generation
