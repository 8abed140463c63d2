// Creates people.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Person)
SET node = row, node.generation = $generation
