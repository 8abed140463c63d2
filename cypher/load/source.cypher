// Creates sources.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Source {generation: $generation})
SET node += row
