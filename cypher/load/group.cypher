// Creates groups.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Group {generation: $generation})
SET node += row
