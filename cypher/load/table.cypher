// Creates tables.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Table {generation: $generation})
SET node += row
