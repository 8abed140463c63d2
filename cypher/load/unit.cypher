// Creates units.
// Parameters: rows (properties, id included).
UNWIND $rows AS row
CREATE (node:Entity:Organization:Unit {generation: $generation})
SET node += row
