// Creates groups.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Group)
SET node = row, node.generation = $generation
